package dev.tend.ingest.lookup;

import dev.tend.events.Person;
import dev.tend.ingest.IngestConfig;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.faulttolerance.api.RateLimitException;
import io.smallrye.faulttolerance.api.RateLimitType;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * Stands before a provider: no more questions a minute than agreed, and none for a while when half
 * of the last ones failed. For one thread.
 */
final class Gate implements ProfileProvider {
  private static final int LAST_QUESTIONS = 6;
  private static final double TOO_MANY_FAIL = 0.5;
  private static final int ATTEMPTS = 3;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(250);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);

  private final ProfileProvider provider;
  private final Guard rate;
  private final Guard circuit;
  private final Duration rest;
  private volatile boolean open;
  private volatile long openedNanos;

  Gate(ProfileProvider provider, IngestConfig.Lookup config) {
    this.provider = provider;
    rest = config.restAfterFailures();
    rate =
        Guard.create()
            .withDescription("lookup-rate")
            .withRateLimit()
            .limit(config.perMinute())
            .window(1, ChronoUnit.MINUTES)
            .type(RateLimitType.ROLLING)
            .done()
            .build();
    circuit =
        Guard.create()
            .withDescription("lookup-circuit")
            .withCircuitBreaker()
            .requestVolumeThreshold(LAST_QUESTIONS)
            .failureRatio(TOO_MANY_FAIL)
            .delay(config.restAfterFailures().toMillis(), ChronoUnit.MILLIS)
            .failOn(ProviderAwayException.class)
            .onStateChange(this::changed)
            .done()
            .build();
  }

  /**
   * Whether the provider is left alone at the moment. Afterwards the next question finds out
   * whether it is back.
   */
  boolean isShut() {
    return open && System.nanoTime() - openedNanos < rest.toNanos();
  }

  private void changed(CircuitBreakerState state) {
    openedNanos = System.nanoTime();
    open = state == CircuitBreakerState.OPEN;
  }

  /**
   * Asks, and again when the provider is away for a moment; each time it waits until a question is
   * within the agreed rate.
   */
  @Override
  public Answer ask(Person known) throws ProviderAwayException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      awaitTurn();
      try {
        return once(known);
      } catch (ProviderAwayException away) {
        if (attempt == ATTEMPTS || isShut()) {
          throw away;
        }
        Thread.sleep(
            BETWEEN_ATTEMPTS.plusMillis(
                ThreadLocalRandom.current().nextLong(BETWEEN_ATTEMPTS.toMillis())));
      }
    }
  }

  private void awaitTurn() throws InterruptedException {
    while (true) {
      try {
        var _ = rate.get(() -> true, Boolean.class);
        return;
      } catch (RateLimitException early) {
        Thread.sleep(
            Duration.ofMillis(Math.max(SHORTEST_PAUSE.toMillis(), early.getRetryAfterMillis())));
      }
    }
  }

  private Answer once(Person known) throws ProviderAwayException, InterruptedException {
    try {
      return circuit.call(() -> provider.ask(known), Answer.class);
    } catch (ProviderAwayException | InterruptedException told) {
      throw told;
    } catch (CircuitBreakerOpenException open) {
      throw new ProviderAwayException("The provider is left alone after its failures");
    } catch (RuntimeException fault) {
      throw fault;
    } catch (Exception impossible) {
      throw new IllegalStateException("a provider throws nothing else", impossible);
    }
  }
}
