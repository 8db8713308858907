package dev.tend.doors;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.Config;

/** What must be set before any service can do anything. Each failure is one sentence. */
public final class Preconditions {
  /** Observers of the start that check what a service needs come this early. */
  public static final int BEFORE_EVERYTHING = 1;

  private Preconditions() {}

  static void check(@Observes @Priority(BEFORE_EVERYTHING) StartupEvent start, Config config) {
    if (config.getOptionalValue("kafka.bootstrap.servers", String.class).isEmpty()) {
      throw new IllegalStateException(
          "Set KAFKA_BOOTSTRAP_SERVERS to the address of the broker, such as localhost:9092.");
    }
    if (config.getOptionalValue("quarkus.oidc.public-key", String.class).isEmpty()
        && config.getOptionalValue("quarkus.oidc.auth-server-url", String.class).isEmpty()) {
      throw new IllegalStateException(
          "Set QUARKUS_OIDC_AUTH_SERVER_URL to the issuer of the firm's tokens, or"
              + " QUARKUS_OIDC_PUBLIC_KEY to the key that they are signed with.");
    }
  }
}
