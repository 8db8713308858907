package dev.tend.ingest.portability;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import java.time.Instant;
import java.util.Optional;

/**
 * Seals what is secret about a consent, each bound to the member and the consent that it belongs
 * to: copied to another member, it cannot be opened. Thread-safe.
 */
final class Secrets {
  private final Seal seal;

  Secrets(Seal seal) {
    this.seal = seal;
  }

  String sealed(Grant grant, String member, String consent) {
    return seal.seal(purpose("grant", member, consent), text(grant));
  }

  /** Empty when its key is not there any more. */
  Optional<Grant> grant(String sealed, String member, String consent) {
    return seal.open(purpose("grant", member, consent), sealed)
        .flatMap(json -> read(json, Grant.class));
  }

  String sealedVerifier(String verifier, String member, String consent) {
    return seal.seal(purpose("verifier", member, consent), verifier);
  }

  /** Empty when its key is not there any more. */
  Optional<String> verifier(String sealed, String member, String consent) {
    return seal.open(purpose("verifier", member, consent), sealed);
  }

  /**
   * The parameter {@code state} that travels to LinkedIn and back. It is sealed rather than signed,
   * since addresses name nobody.
   */
  String state(String member, String consent, Instant until) {
    return seal.seal("state", text(new Travelling(member, consent, until)));
  }

  /** What {@link #state} made; empty for anything else, and when its time is over. */
  Optional<Travelling> travelling(String state, Instant now) {
    return seal.open("state", state)
        .flatMap(json -> read(json, Travelling.class))
        .filter(one -> now.isBefore(one.until()));
  }

  private static String purpose(String what, String member, String consent) {
    return what + "\n" + member + "\n" + consent;
  }

  private static String text(Object value) {
    return new String(Codec.TOPIC.write(value), UTF_8);
  }

  private static <T> Optional<T> read(String json, Class<T> type) {
    return switch (Codec.TOPIC.read(json.getBytes(UTF_8), type)) {
      case Decoded.Value<T>(var value) -> Optional.of(value);
      case Decoded.Refused<T> _ -> Optional.empty();
    };
  }

  /** Who is on the way to LinkedIn and back. */
  record Travelling(String member, String consent, Instant until) {}
}
