package dev.tend.notify.choice;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.Choice;
import dev.tend.notify.NotifyConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Links that are their own credential: whoever holds one may make this one choice about this one
 * invitation until it expires. The token is {@code payload.signature}, the signature HMAC-SHA256.
 */
@ApplicationScoped
public class ChoiceLinks {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LONGEST_TOKEN = 600;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final String publicUrl;
  private final SecretKeySpec key;

  ChoiceLinks(NotifyConfig config) {
    publicUrl = config.publicUrl().toString().replaceAll("/+$", "");
    key = new SecretKeySpec(config.linkSecret().getBytes(UTF_8), ALGORITHM);
  }

  /** The link to a choice. */
  public URI link(String invitation, Choice.Kind choice, Instant expires) {
    return URI.create(publicUrl + "/c/" + token(new Offer(invitation, choice, expires)));
  }

  String token(Offer offer) {
    var payload =
        offer.choice().name() + " " + offer.expires().getEpochSecond() + " " + offer.invitation();
    var encoded = ENCODER.encodeToString(payload.getBytes(UTF_8));
    return encoded + "." + ENCODER.encodeToString(signature(encoded));
  }

  /**
   * What a token offers; empty when it was not signed here. Whether it has expired is not asked.
   */
  Optional<Offer> read(String token) {
    int dot = token.indexOf('.');
    if (token.length() > LONGEST_TOKEN || dot < 0) {
      return Optional.empty();
    }
    try {
      var encoded = token.substring(0, dot);
      var given = Base64.getUrlDecoder().decode(token.substring(dot + 1));
      if (!MessageDigest.isEqual(given, signature(encoded))) {
        return Optional.empty();
      }
      var parts = new String(Base64.getUrlDecoder().decode(encoded), UTF_8).split(" ", 3);
      return Optional.of(
          new Offer(
              parts[2],
              Choice.Kind.valueOf(parts[0]),
              Instant.ofEpochSecond(Long.parseLong(parts[1]))));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private byte[] signature(String payload) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(payload.getBytes(UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
    }
  }

  /** What a link offers. */
  record Offer(String invitation, Choice.Kind choice, Instant expires) {}
}
