package dev.tend.ingest.poll;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Reads the sources for as long as the service runs. */
@ApplicationScoped
class PollingService {
  private final Polling polling;
  private final boolean needed;

  PollingService(
      @All List<Connector> connectors,
      @Identifier("default-kafka-broker") Map<String, Object> connection,
      InstantSource time,
      MeterRegistry meters) {
    needed = !connectors.isEmpty();
    polling = new Polling(new PollClients(connection), connectors, time, meters);
  }

  void start(@Observes StartupEvent starting) {
    if (needed) {
      polling.start();
    }
  }

  void stop(@Observes @Priority(Interceptor.Priority.APPLICATION) ShutdownEvent stopping)
      throws InterruptedException {
    if (needed) {
      polling.stop();
    }
  }
}
