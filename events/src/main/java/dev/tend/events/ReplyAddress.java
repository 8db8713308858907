package dev.tend.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The address that an answer to one question goes to: {@code reply+<token>@…}. The token is the id
 * of the question's mail, the last day on which it may be used, and 80 bits of their HMAC-SHA256;
 * in base 32 with the digits 0 to 9 and a to v, since mail servers may change the case of letters,
 * and so short that the part before the {@code @} stays within the 64 characters of RFC 5321.
 * Thread-safe.
 */
public final class ReplyAddress {
  /**
   * How long an answer may take: as long as {@code tend.mail} remembers the question. Whether it
   * still changes anything is for the judgement to say.
   */
  public static final Duration LIFE = Duration.ofDays(90);

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SIGNED_BYTES = 16 + 3;
  private static final int TOKEN_BYTES = SIGNED_BYTES + 10;
  private static final int RADIX = 32;
  private static final int TOKEN_DIGITS = (TOKEN_BYTES * 8 + 4) / 5;
  private static final Pattern LOCAL_PART =
      Pattern.compile("reply\\+([0-9a-v]{" + TOKEN_DIGITS + "})", Pattern.CASE_INSENSITIVE);
  private static final Pattern CLAIMED = Pattern.compile("reply\\+[^@]*", Pattern.CASE_INSENSITIVE);

  private final SecretKeySpec key;

  /**
   * Addresses that only those who know the secret can make.
   *
   * @throws IllegalArgumentException when it is shorter than 32 characters
   */
  public ReplyAddress(String secret) {
    if (secret.length() < 32) {
      throw new IllegalArgumentException("A secret for reply addresses has 32 characters or more");
    }
    // lest the same secret elsewhere make the same signatures
    key = new SecretKeySpec(("reply-address " + secret).getBytes(UTF_8), ALGORITHM);
  }

  /** The part before the {@code @}, for a question that goes out as this mail at this time. */
  public String localPart(UUID mail, Instant sent) {
    int lastDay = (int) (sent.plus(LIFE).getEpochSecond() / Duration.ofDays(1).toSeconds());
    var signed =
        ByteBuffer.allocate(16 + Integer.BYTES)
            .putLong(mail.getMostSignificantBits())
            .putLong(mail.getLeastSignificantBits())
            .putInt(lastDay << 8)
            .array();
    var token = Arrays.copyOf(signed, TOKEN_BYTES);
    System.arraycopy(signature(token), 0, token, SIGNED_BYTES, TOKEN_BYTES - SIGNED_BYTES);
    var digits = new BigInteger(1, token).toString(RADIX);
    return "reply+" + "0".repeat(TOKEN_DIGITS - digits.length()) + digits;
  }

  /** Whether an address says that it is one of these; anybody can say so. */
  public static boolean isClaimed(String address) {
    int at = address.lastIndexOf('@');
    return CLAIMED.matcher(at < 0 ? address : address.substring(0, at)).matches();
  }

  /**
   * The mail whose answer goes to this address.
   *
   * @param address with or without its domain
   * @return empty when it was not made here, or may no longer be used
   */
  public Optional<UUID> mail(String address, Instant now) {
    int at = address.lastIndexOf('@');
    var localPart = LOCAL_PART.matcher(at < 0 ? address : address.substring(0, at));
    if (!localPart.matches()) {
      return Optional.empty();
    }
    var number = new BigInteger(localPart.group(1).toLowerCase(Locale.ROOT), RADIX);
    if (number.bitLength() > TOKEN_BYTES * 8) {
      return Optional.empty();
    }
    var token = fixedLength(number);
    var given = Arrays.copyOfRange(token, SIGNED_BYTES, TOKEN_BYTES);
    if (!MessageDigest.isEqual(given, signature(token))) {
      return Optional.empty();
    }
    var read = ByteBuffer.wrap(token);
    var mail = new UUID(read.getLong(), read.getLong());
    int lastDay = read.getInt() >>> 8;
    boolean valid = now.getEpochSecond() / Duration.ofDays(1).toSeconds() <= lastDay;
    return valid ? Optional.of(mail) : Optional.empty();
  }

  private static byte[] fixedLength(BigInteger number) {
    var bytes = number.toByteArray();
    var token = new byte[TOKEN_BYTES];
    int length = Math.min(bytes.length, TOKEN_BYTES);
    System.arraycopy(bytes, bytes.length - length, token, TOKEN_BYTES - length, length);
    return token;
  }

  private byte[] signature(byte[] token) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(token, 0, SIGNED_BYTES);
      return Arrays.copyOf(mac.doFinal(), TOKEN_BYTES - SIGNED_BYTES);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
    }
  }
}
