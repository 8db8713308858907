package dev.tend.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Lets the service under test accept the tokens of {@link Tokens}. */
public final class TokenResource implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    return Map.of("quarkus.oidc.public-key", Tokens.publicKey());
  }

  @Override
  public void stop() {}
}
