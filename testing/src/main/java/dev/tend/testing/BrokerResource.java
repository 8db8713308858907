package dev.tend.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a Quarkus test {@link RealBroker#shared() the broker}. */
public final class BrokerResource implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    return Map.of("kafka.bootstrap.servers", RealBroker.shared().bootstrapServers());
  }

  /** The shared broker stays for the next test; it ends with the JVM. */
  @Override
  public void stop() {}
}
