package dev.tend.scoring.topology;

import dev.tend.events.DeadLetter;
import dev.tend.events.Decision;
import dev.tend.events.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the stream tells its operator. Labels are words of our own vocabulary, never data. Counts
 * are of work done: a transaction that is aborted and repeated counts twice here, never on a topic.
 */
final class Measures {
  private final MeterRegistry registry;
  private final Map<Verdict, Counter> decisions = new EnumMap<>(Verdict.class);
  private final Map<String, Counter> signals = new ConcurrentHashMap<>();
  private final Map<String, Instant> undecidedSince = new ConcurrentHashMap<>();
  private final Timer delay;
  private final Gauge oldest;

  Measures(MeterRegistry registry, InstantSource clock) {
    this.registry = registry;
    for (var verdict : Verdict.values()) {
      decisions.put(
          verdict,
          Counter.builder("tend.decisions")
              .description("Decisions made, first ones and later ones")
              .tag("verdict", word(verdict))
              .register(registry));
    }
    delay =
        Timer.builder("tend.first.verdict")
            .description("From the receipt of an invitation to its first verdict")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(10))
            .maximumExpectedValue(Duration.ofHours(1))
            .register(registry);
    oldest =
        Gauge.builder("tend.undecided.oldest.seconds", () -> age(clock.instant()))
            .description("Age of the oldest invitation that waits for its member to be known")
            .register(registry);
  }

  void deadLetter(DeadLetter.Reason reason, String topic) {
    Counter.builder("tend.dead.letters")
        .description("Records that could not be processed")
        .tag("reason", word(reason))
        .tag("topic", topic)
        .register(registry)
        .increment();
  }

  void decided(Decision decision, Instant receivedAt) {
    var counter = decisions.get(decision.verdict());
    if (counter != null) {
      counter.increment();
    }
    for (var signal : decision.signals()) {
      signals.computeIfAbsent(signal.name(), this::signal).increment();
    }
    if (decision.supersedes().isEmpty()) {
      var waited = Duration.between(receivedAt, decision.decidedAt());
      delay.record(waited.isNegative() ? Duration.ZERO : waited);
    }
  }

  /** Since when the oldest undecided invitation of a task waits. */
  void undecided(String task, Instant since) {
    undecidedSince.put(task, since);
  }

  /** Nothing is undecided in a task, or the task is no longer ours. */
  void noneUndecided(String task) {
    undecidedSince.remove(task);
  }

  /** The age of the oldest undecided invitation in seconds; 0 when none waits. */
  double oldestUndecided() {
    return oldest.value();
  }

  private double age(Instant now) {
    return undecidedSince.values().stream()
        .mapToDouble(since -> Duration.between(since, now).toMillis() / 1000.0)
        .max()
        .orElse(0);
  }

  private Counter signal(String name) {
    return Counter.builder("tend.signals")
        .description("Reasons seen, by name")
        .tag("name", name)
        .register(registry);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
