package dev.tend.scoring.topology;

import dev.tend.scoring.policy.Judge;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Hands the topology to the Kafka Streams of Quarkus, and lets it go in good order. */
@Singleton
final class StreamWiring {
  private static final Logger LOG = Logger.getLogger(StreamWiring.class);
  private static final Duration FAREWELL = Duration.ofSeconds(15);

  @Produces
  @Singleton
  Topology topology(
      ScoringConfig config,
      Judge judge,
      MeterRegistry registry,
      InstantSource clock,
      @ConfigProperty(name = "kafka.bootstrap.servers") Optional<String> brokers) {
    if (brokers.isEmpty()) {
      throw new ConfigurationException(
          "No broker is named. Set KAFKA_BOOTSTRAP_SERVERS, such as localhost:9092.");
    }
    return new ScoringTopology(
            new Steps(
                judge,
                config.answerWithin(),
                new Sweep(config.sweepEvery(), config.sweepSteps()),
                new FailureBrake(config.failuresPerMinute()),
                new Measures(registry, clock)),
            StateStores.onDisk())
        .build();
  }

  /** One gauge for each state, of which exactly one is 1. */
  void measure(@Observes KafkaStreams streams, MeterRegistry registry) {
    for (var state : KafkaStreams.State.values()) {
      Gauge.builder("tend.streams.state", () -> streams.state() == state ? 1 : 0)
          .description("The state of the stream")
          .tag("state", state.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
  }

  /** Before Quarkus closes it: finishes what is begun, and leaves the group at once. */
  void stop(@Observes @Priority(1) ShutdownEvent shutdown, KafkaStreams streams) {
    boolean closed =
        streams.close(new KafkaStreams.CloseOptions().timeout(FAREWELL).leaveGroup(true));
    if (!closed) {
      LOG.warnf(
          "The stream did not end within %s; its open transaction will be aborted.", FAREWELL);
    }
  }
}
