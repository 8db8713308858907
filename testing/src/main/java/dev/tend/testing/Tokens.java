package dev.tend.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;

/**
 * Mints the tokens that the services accept in tests: RS256, the roles in the claim {@code groups}.
 * The key pair is made once per JVM and never stored.
 */
public final class Tokens {
  private static final String ISSUER = "https://tests.tend.example";
  private static final String SEPARATOR = " ";
  private static final String KEPT = "tend.test.keys";

  private Tokens() {}

  /** A token for somebody with these roles, of {@code ingest}, {@code member}, {@code operator}. */
  public static String of(String... roles) {
    return token("tests", Duration.ofHours(1), roles);
  }

  /**
   * As {@link #of}, for a named subject.
   *
   * @param validFor from now on; a negative one makes a token that has expired
   */
  public static String token(String subject, Duration validFor, String... roles) {
    long now = java.time.InstantSource.system().instant().getEpochSecond();
    return Jwt.issuer(ISSUER)
        .subject(subject)
        .groups(Set.of(roles))
        .issuedAt(Math.min(now, now + validFor.toSeconds() - 1))
        .expiresAt(now + validFor.toSeconds())
        .sign(privateKey());
  }

  /** A token that somebody else signed: it must not be accepted. */
  public static String forged(String... roles) {
    return Jwt.issuer(ISSUER)
        .subject("forger")
        .groups(Set.of(roles))
        .expiresIn(Duration.ofHours(1))
        .sign(privateKey(newPair().split(SEPARATOR, -1)[0]));
  }

  /** The value of an {@code Authorization} header with such a token. */
  public static String bearer(String... roles) {
    return "Bearer " + of(roles);
  }

  /** What {@code quarkus.oidc.public-key} is to be: the public key, DER in Base64. */
  public static String publicKey() {
    return pair()[1];
  }

  private static PrivateKey privateKey() {
    return privateKey(pair()[0]);
  }

  private static PrivateKey privateKey(String encoded) {
    try {
      return KeyFactory.getInstance("RSA")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has RSA", impossible);
    }
  }

  private static String[] pair() {
    return Parts.oncePerJvm(KEPT, Tokens::newPair).split(SEPARATOR, -1);
  }

  private static String newPair() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      var pair = generator.generateKeyPair();
      var base64 = Base64.getEncoder();
      return base64.encodeToString(pair.getPrivate().getEncoded())
          + SEPARATOR
          + base64.encodeToString(pair.getPublic().getEncoded());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has RSA", impossible);
    }
  }
}
