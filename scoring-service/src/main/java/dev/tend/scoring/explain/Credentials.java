package dev.tend.scoring.explain;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.Config;

/** Whose tokens the door believes must be said before it opens. */
final class Credentials {
  private static final int BEFORE_EVERYTHING = 1;

  private Credentials() {}

  static void check(@Observes @Priority(BEFORE_EVERYTHING) StartupEvent start, Config config) {
    check(config);
  }

  /**
   * Checks that an issuer or a key is set.
   *
   * @throws IllegalStateException when neither is, saying what to set
   */
  static void check(Config config) {
    if (isMissing(config, "quarkus.oidc.public-key")
        && isMissing(config, "quarkus.oidc.auth-server-url")) {
      throw new IllegalStateException(
          "Set QUARKUS_OIDC_AUTH_SERVER_URL to the issuer of the firm's tokens, or QUARKUS_OIDC_PUBLIC_KEY to the"
              + " key that they are signed with.");
    }
  }

  private static boolean isMissing(Config config, String key) {
    return config.getOptionalValue(key, String.class).isEmpty();
  }
}
