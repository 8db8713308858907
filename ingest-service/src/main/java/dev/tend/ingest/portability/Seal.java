package dev.tend.ingest.portability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what nobody but Tend may read or alter: AES-256 in Galois/Counter mode (NIST SP
 * 800-38D), a fresh nonce of 96 bits each time. What is sealed is bound to a purpose and cannot be
 * opened for another. The first key seals, every key opens, so that a key is replaced by putting a
 * new one before it. Thread-safe.
 */
final class Seal {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_-]{1,32}");

  private final SecureRandom random = new SecureRandom();
  private final Map<String, SecretKeySpec> keys;
  private final String current;

  private Seal(Map<String, SecretKeySpec> keys) {
    this.keys = keys;
    current = keys.keySet().iterator().next();
  }

  /**
   * Reads keys, separated by commas, blanks or line ends, each an id, a colon and 32 bytes in
   * Base64.
   *
   * @throws IllegalArgumentException when one is no such key, or there is none; it quotes no key
   */
  static Seal of(String text) {
    var keys = new LinkedHashMap<String, SecretKeySpec>();
    for (var item : text.strip().split("[\\s,]+", -1)) {
      int colon = item.indexOf(':');
      var id = item.substring(0, Math.max(0, colon));
      var bytes = decoded(item.substring(colon + 1));
      if (!KEY_ID.matcher(id).matches()
          || bytes.map(key -> key.length).orElse(0) != KEY_BYTES
          || keys.put(id, new SecretKeySpec(bytes.orElseThrow(), "AES")) != null) {
        throw new IllegalArgumentException(
            "each key is an id of its own, a colon, and 32 bytes in Base64");
      }
    }
    return new Seal(keys);
  }

  /** Seals a text; the result is letters, digits, dots, dashes and underscores. */
  String seal(String purpose, String text) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      var sealed =
          cipher(Cipher.ENCRYPT_MODE, current, nonce, purpose).doFinal(text.getBytes(UTF_8));
      var whole = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
      return current + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has AES-GCM", impossible);
    }
  }

  /**
   * Opens what {@link #seal} made for the same purpose; empty when it was made for another, with a
   * key that is not there any more, or by somebody else.
   */
  Optional<String> open(String purpose, String sealed) {
    int dot = sealed.indexOf('.');
    var id = sealed.substring(0, Math.max(0, dot));
    var bytes = decodedUrl(sealed.substring(dot + 1)).orElse(new byte[0]);
    if (!keys.containsKey(id) || bytes.length < NONCE_BYTES + TAG_BITS / 8) {
      return Optional.empty();
    }
    try {
      var nonce = Arrays.copyOf(bytes, NONCE_BYTES);
      var text =
          cipher(Cipher.DECRYPT_MODE, id, nonce, purpose)
              .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
      return Optional.of(new String(text, UTF_8));
    } catch (AEADBadTagException forged) {
      return Optional.empty();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has AES-GCM", impossible);
    }
  }

  private Cipher cipher(int mode, String key, byte[] nonce, String purpose)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(UTF_8));
    return cipher;
  }

  private static Optional<byte[]> decoded(String base64) {
    return decoded(Base64.getDecoder(), base64);
  }

  private static Optional<byte[]> decodedUrl(String base64) {
    return decoded(Base64.getUrlDecoder(), base64);
  }

  private static Optional<byte[]> decoded(Base64.Decoder decoder, String base64) {
    try {
      return Optional.of(decoder.decode(base64));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "Seal[" + keys.keySet() + "]";
  }
}
