package dev.tend.ingest.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.RefusedException;
import dev.tend.ingest.IngestConfig;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a delivery comes from a provider and is fresh: HMAC-SHA-256 over what the provider
 * signs, which holds a timestamp and the body, under one of its secrets. As it is set up at first
 * this is Standard Webhooks 1.0 (standardwebhooks.com): {@code id.timestamp.body}, in Base64,
 * written as {@code v1,…} and several of them apart by spaces. Thread-safe.
 */
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String STANDARD_SECRET = "whsec_";

  /** In 13 digits and more nobody writes seconds before the year 33,000. */
  private static final int DIGITS_OF_MILLIS = 13;

  private static final String NO_VERSION = "none";
  private static final String ID = "{id}";
  private static final String TIMESTAMP = "{timestamp}";
  private static final String BODY = "{body}";

  /** Within one header, as {@code t=1674087231,v1=…}. */
  private static final Pattern WITHIN = Pattern.compile("(?:^|[,;\\s])t=(\\d{1,18})(?=$|[,;\\s])");

  private final IngestConfig.Signing signing;
  private final Pattern entry;
  private final List<SecretKeySpec> keys;

  /**
   * A check with these secrets.
   *
   * @throws IllegalStateException when it would prove nothing; the message says what to set
   */
  Signature(String provider, IngestConfig.Signing signing, List<String> secrets) {
    this.signing = signing;
    var key = "tend.ingest.webhooks." + provider;
    if (secrets.isEmpty() || secrets.stream().anyMatch(String::isBlank)) {
      throw new IllegalStateException("Set " + key + ".secrets to the secret of the provider.");
    }
    int body = signing.content().indexOf(BODY);
    if (body < 0
        || body != signing.content().lastIndexOf(BODY)
        || !signing.content().contains(TIMESTAMP)) {
      throw new IllegalStateException(
          "Set "
              + key
              + ".signing.content to what the provider signs: a text with {timestamp} and one"
              + " {body}. Without a time of its own an old delivery could be sent again.");
    }
    keys = secrets.stream().map(secret -> key(key, secret)).toList();
    entry =
        Pattern.compile(
            "(?:^|[,;\\s])"
                + Pattern.quote(signing.version())
                + "[,=]([A-Za-z0-9+/_-]+=*)(?=$|[,;\\s])");
  }

  /**
   * Believes a delivery.
   *
   * @param header the value of a header, null when it is not there
   * @return the id of the delivery; empty when the provider gives none
   * @throws RefusedException when the delivery is not to be believed; the field is the header
   */
  Optional<String> check(Function<String, @Nullable String> header, byte[] body, Instant now) {
    var signatures = required(header, signing.signatureHeader());
    var id =
        signing.content().contains(ID)
            ? Optional.of(required(header, signing.idHeader()))
            : Optional.ofNullable(header.apply(signing.idHeader()));
    var timestamp = timestamp(header, signatures);
    requireFresh(timestamp, now);
    var given = given(signatures);
    int bodyAt = signing.content().indexOf(BODY);
    var before = filled(signing.content().substring(0, bodyAt), timestamp, id.orElse(""));
    var after =
        filled(signing.content().substring(bodyAt + BODY.length()), timestamp, id.orElse(""));
    boolean good = false;
    for (var secret : keys) {
      var expected = mac(secret, before, body, after);
      for (var one : given) {
        good |= MessageDigest.isEqual(expected, one);
      }
    }
    if (!good) {
      throw new RefusedException(signing.signatureHeader(), "does not fit the body");
    }
    return id;
  }

  private static byte[] filled(String part, String timestamp, String id) {
    return part.replace(TIMESTAMP, timestamp).replace(ID, id).getBytes(UTF_8);
  }

  private String timestamp(Function<String, @Nullable String> header, String signatures) {
    var within = WITHIN.matcher(signatures);
    var own = header.apply(signing.timestampHeader());
    return own == null && within.find()
        ? within.group(1)
        : required(header, signing.timestampHeader());
  }

  private void requireFresh(String timestamp, Instant now) {
    var field = signing.timestampHeader();
    if (!timestamp.matches("\\d{1,18}")) {
      throw new RefusedException(field, "must be seconds since 1970");
    }
    long number = Long.parseLong(timestamp);
    var at =
        timestamp.length() >= DIGITS_OF_MILLIS
            ? Instant.ofEpochMilli(number)
            : Instant.ofEpochSecond(number);
    if (Duration.between(at, now).abs().compareTo(signing.tolerance()) > 0) {
      throw new RefusedException(
          field, "is more than " + signing.tolerance().toSeconds() + " s from now");
    }
  }

  /** The signatures in a header; what cannot be decoded fits nothing. */
  private List<byte[]> given(String header) {
    var given = new ArrayList<byte[]>();
    if (signing.version().equals(NO_VERSION)) {
      decoded(header.strip()).ifPresent(given::add);
      return given;
    }
    for (Matcher matcher = entry.matcher(header); matcher.find(); ) {
      decoded(matcher.group(1)).ifPresent(given::add);
    }
    return given;
  }

  private Optional<byte[]> decoded(String signature) {
    try {
      return Optional.of(
          switch (signing.encoding()) {
            case BASE64 -> Base64.getDecoder().decode(signature);
            case HEX -> HexFormat.of().parseHex(signature);
          });
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  private static String required(Function<String, @Nullable String> header, String name) {
    var value = header.apply(name);
    if (value == null || value.isBlank()) {
      throw new RefusedException(name, "is missing");
    }
    return value.strip();
  }

  private static SecretKeySpec key(String setting, String secret) {
    if (!secret.startsWith(STANDARD_SECRET)) {
      return new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM);
    }
    try {
      var bytes = Base64.getDecoder().decode(secret.substring(STANDARD_SECRET.length()));
      return new SecretKeySpec(bytes, ALGORITHM);
    } catch (IllegalArgumentException broken) {
      throw new IllegalStateException(
          "Set " + setting + ".secrets as the provider shows them: whsec_ is followed by Base64.",
          broken);
    }
  }

  private static byte[] mac(SecretKeySpec key, byte[] before, byte[] body, byte[] after) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(before);
      mac.update(body);
      return mac.doFinal(after);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
    }
  }
}
