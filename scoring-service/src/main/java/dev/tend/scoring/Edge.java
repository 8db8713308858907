package dev.tend.scoring;

import dev.tend.scoring.policy.Judge;
import dev.tend.scoring.topology.Past;
import dev.tend.scoring.tuning.PolicyInForce;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the pure rooms meet the container: there is one judge for the stream and the doors, and one
 * past.
 */
final class Edge {
  private Edge() {}

  @Produces
  @Singleton
  static Judge judge(PolicyInForce policy) {
    return new Judge(policy::policies);
  }

  @Produces
  @Singleton
  static Past past(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      @ConfigProperty(name = "kafka.bootstrap.servers") String brokers,
      @ConfigProperty(name = "quarkus.kafka-streams.application-id") String application) {
    var settings = new HashMap<>(kafka);
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
    return new Past(settings, application);
  }
}
