package dev.tend.scoring.topology;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells the truth about the stream. A rebalance or a broker that is away is no death: a restart
 * would mend neither. Only a stream that has stopped itself is dead.
 */
final class StreamHealth {
  private StreamHealth() {}

  /** Dead when the stream ended by an error. */
  @Liveness
  @ApplicationScoped
  static class Live implements HealthCheck {
    private final KafkaStreams streams;

    Live(KafkaStreams streams) {
      this.streams = streams;
    }

    @Override
    public HealthCheckResponse call() {
      var state = streams.state();
      boolean dead = state == KafkaStreams.State.ERROR || state == KafkaStreams.State.PENDING_ERROR;
      return answer("stream", !dead, state);
    }
  }

  /** Ready when the stores are restored, the stream runs, and the broker answers. */
  @Readiness
  @ApplicationScoped
  static class Ready implements HealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final KafkaStreams streams;
    private final Admin broker;

    Ready(
        KafkaStreams streams,
        @Identifier("default-kafka-broker") Map<String, Object> kafka,
        @ConfigProperty(name = "kafka.bootstrap.servers") Optional<String> brokers) {
      this.streams = streams;
      var settings = new HashMap<>(kafka);
      // that one is named is seen to by StreamWiring
      settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers.orElse(""));
      settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "tend-scoring-health");
      broker = Admin.create(settings);
    }

    @Override
    public HealthCheckResponse call() {
      var state = streams.state();
      return answer("stream", state == KafkaStreams.State.RUNNING && brokerAnswers(), state);
    }

    private boolean brokerAnswers() {
      try {
        var patience = new DescribeClusterOptions().timeoutMs((int) PATIENCE.toMillis());
        return broker.describeCluster(patience).clusterId().get() != null;
      } catch (ExecutionException away) {
        return false;
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    @PreDestroy
    void close() {
      broker.close(Duration.ZERO);
    }
  }

  private static HealthCheckResponse answer(String name, boolean up, KafkaStreams.State state) {
    return HealthCheckResponse.named(name)
        .status(up)
        .withData("state", state.name().toLowerCase(Locale.ROOT))
        .build();
  }
}
