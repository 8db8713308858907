package dev.tend.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * What only this stack knows. Made at the first start, kept in the data folder under mode 600, and
 * read at each later one.
 */
final class Secrets {
  static final List<String> ROLES = List.of("ingest", "member", "operator");
  static final Duration TOKEN_LIFE = Duration.ofDays(365);

  private static final String ISSUER = "https://local.tend.example";

  private final RSAPrivateCrtKey tokenKey;
  private final String databasePassword;
  private final Path databasePasswordFile;
  private final String linkSecret;
  private final String replySecret;

  private Secrets(
      RSAPrivateCrtKey tokenKey,
      String databasePassword,
      Path databasePasswordFile,
      String linkSecret,
      String replySecret) {
    this.tokenKey = tokenKey;
    this.databasePassword = databasePassword;
    this.databasePasswordFile = databasePasswordFile;
    this.linkSecret = linkSecret;
    this.replySecret = replySecret;
  }

  /** The secrets of this folder. */
  static Secrets of(DataFolder data) throws IOException {
    var folder = data.folder("secrets");
    var passwordFile = folder.resolve("database-password");
    return new Secrets(
        key(kept(folder.resolve("token-key"), Secrets::newKey)),
        kept(passwordFile, Secrets::random),
        passwordFile,
        kept(folder.resolve("link-secret"), Secrets::random),
        kept(folder.resolve("reply-secret"), Secrets::random));
  }

  /** The public half of the key that signs tokens, DER in Base64. */
  String publicKey() {
    try {
      var spec = new RSAPublicKeySpec(tokenKey.getModulus(), tokenKey.getPublicExponent());
      var key = KeyFactory.getInstance("RSA").generatePublic(spec);
      return Base64.getEncoder().encodeToString(key.getEncoded());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has RSA", impossible);
    }
  }

  /** A token for everything, from {@code now} on for a year. */
  String token(Instant now) {
    var claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setSubject("local");
    claims.setStringListClaim("groups", ROLES);
    claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(now.plus(TOKEN_LIFE).getEpochSecond()));
    claims.setGeneratedJwtId();
    var signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    signature.setHeader("typ", "JWT");
    signature.setKey(tokenKey);
    signature.setPayload(claims.toJson());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException impossible) {
      throw new IllegalStateException("every JDK signs with RSA", impossible);
    }
  }

  String databasePassword() {
    return databasePassword;
  }

  Path databasePasswordFile() {
    return databasePasswordFile;
  }

  /** Signs the links in mails; 64 characters. */
  String linkSecret() {
    return linkSecret;
  }

  /** Signs the addresses that answers go to; 64 characters. */
  String replySecret() {
    return replySecret;
  }

  private interface Maker {
    String make();
  }

  private static String kept(Path file, Maker maker) throws IOException {
    if (!Files.exists(file)) {
      PrivateFiles.write(file, maker.make());
    }
    return Files.readString(file, UTF_8).strip();
  }

  private static String random() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String newKey() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return Base64.getEncoder()
          .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has RSA", impossible);
    }
  }

  private static RSAPrivateCrtKey key(String encoded) throws IOException {
    try {
      var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded));
      return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(spec);
    } catch (GeneralSecurityException | IllegalArgumentException broken) {
      throw new IOException("secrets/token-key is no RSA key; remove it to get a new one", broken);
    }
  }
}
