package dev.tend.ingest.poll;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Reads the sources of a connector without the service around it. */
public final class AnyPolling {
  private AnyPolling() {}

  /** Reads until the process ends. */
  public static void start(String bootstrapServers, Connector connector) {
    var clients = new PollClients(Map.of("bootstrap.servers", bootstrapServers));
    new Polling(clients, List.of(connector), InstantSource.system(), new SimpleMeterRegistry())
        .start();
  }
}
