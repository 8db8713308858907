package dev.tend.ingest.portability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** What comes back from a browser as state, or from a store as sealed: nothing forged opens. */
public final class SecretsFuzz {
  private static final Instant NOON = Instant.parse("2026-02-09T12:00:00Z");
  private static final Secrets SECRETS =
      new Secrets(Seal.of("2026:" + Base64.getEncoder().encodeToString(new byte[32])));

  private SecretsFuzz() {}

  /** Any text. */
  public static void fuzzerTestOneInput(byte[] input) {
    var text = new String(input, UTF_8);
    if (SECRETS.travelling(text, NOON).isPresent()
        || SECRETS.grant(text, "amy.chen", "c1").isPresent()
        || SECRETS.verifier(text, "amy.chen", "c1").isPresent()) {
      throw new AssertionError("what nobody sealed opens");
    }
    var sealed = SECRETS.sealedVerifier(text, "amy.chen", "c1");
    if (!SECRETS.verifier(sealed, "amy.chen", "c1").equals(Optional.of(text))) {
      throw new AssertionError("what was sealed opens as something else");
    }
  }
}
