package dev.tend.scoring.tuning;

import dev.tend.scoring.policy.Policies;
import dev.tend.scoring.topology.ScoringConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * The policy by which this instance judges. It is looked at every few seconds; a broken new one
 * leaves the old one in force, and is told in the log, a metric and the health data.
 */
@Singleton
public class PolicyInForce {
  private static final Logger LOG = Logger.getLogger(PolicyInForce.class);
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final Optional<KeptPolicy> kept;
  private final Counter adopted;
  private final Counter refused;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("policy-file").factory());
  private volatile boolean current = true;

  PolicyInForce(ScoringConfig config, MeterRegistry registry) {
    kept = config.policyFile().map(KeptPolicy::of);
    adopted = counter("adopted", registry);
    refused = counter("refused", registry);
    var _ =
        Gauge.builder("tend.policy.current", () -> current ? 1 : 0)
            .description("1 while the policy in force is that of the file")
            .register(registry);
  }

  private static Counter counter(String outcome, MeterRegistry registry) {
    return Counter.builder("tend.policy.changes")
        .description("Changes of the policy file since the start")
        .tag("outcome", outcome)
        .register(registry);
  }

  /** What holds at the moment. */
  public Policies policies() {
    return kept.map(KeptPolicy::get).orElse(Policies.NONE);
  }

  void start(@Observes StartupEvent start) {
    kept.ifPresent(
        policy -> {
          var _ =
              watch.scheduleWithFixedDelay(
                  () -> look(policy), EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
        });
  }

  void stop(@Observes ShutdownEvent shutdown) {
    watch.shutdownNow();
  }

  private void look(KeptPolicy policy) {
    switch (policy.refresh()) {
      case KeptPolicy.Look.Same() -> {}
      case KeptPolicy.Look.Adopted() -> {
        current = true;
        adopted.increment();
        LOG.info("The policy file has changed, and holds for what is judged from now on");
      }
      case KeptPolicy.Look.Refused(var faults) -> {
        current = false;
        refused.increment();
        LOG.errorf(
            "The policy file has changed and is not sound, so the earlier one stays in force: %d errors, the first"
                + " in line %d, column %d. `make policy ARGS=\"check FILE\"` tells them all.",
            faults.size(), faults.getFirst().line(), faults.getFirst().column());
      }
      case KeptPolicy.Look.Away(var why) -> {
        if (current) {
          LOG.error("The policy file cannot be read, so the earlier one stays in force", why);
        }
        current = false;
      }
    }
  }

  private String state() {
    if (kept.isEmpty()) {
      return "none";
    }
    return current ? "current" : "not adopted, the earlier one holds";
  }

  /** Always up: a policy holds, be it an earlier one. */
  @Readiness
  @Singleton
  static class Health implements HealthCheck {
    private final PolicyInForce policy;

    Health(PolicyInForce policy) {
      this.policy = policy;
    }

    @Override
    public HealthCheckResponse call() {
      return HealthCheckResponse.named("policy").up().withData("file", policy.state()).build();
    }
  }
}
