package dev.tend.ingest.poll;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** One of the instances that share the sources, without the rest of the service. */
public final class AnInstance {
  private AnInstance() {}

  /** Reads these sources from now on, until the process ends. */
  public static void reads(String bootstrapServers, Connector connector) {
    var clients = new PollClients(Map.of("bootstrap.servers", bootstrapServers));
    new Polling(clients, List.of(connector), InstantSource.system(), new SimpleMeterRegistry())
        .start();
  }
}
