package dev.tend.ingest.portability;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** Points a Quarkus test to a port of this machine where the test starts a stand-in of LinkedIn. */
public final class StandInResource implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var settings = new HashMap<>(Configured.at(free.getLocalPort()));
      settings.put("tend.ingest.portability.every", "1s");
      settings.put("tend.ingest.portability.pkce", "true");
      return settings;
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  @Override
  public void stop() {}
}
