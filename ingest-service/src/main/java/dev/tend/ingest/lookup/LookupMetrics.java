package dev.tend.ingest.lookup;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Tells what comes of look-ups; there is nothing to tell while they are off. */
@Singleton
class LookupMetrics {
  private final MeterRegistry meters;
  private final AtomicInteger left = new AtomicInteger();

  LookupMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Begins to tell. */
  void watch(BooleanSupplier shut, int perDay) {
    left.set(perDay);
    for (var outcome : Lookup.Outcome.values()) {
      // a rate needs a zero to start from
      counter(outcome).increment(0);
    }
    var _ = Gauge.builder("tend.lookups.budget.left", left, AtomicInteger::get).register(meters);
    var _ =
        Gauge.builder("tend.lookups.circuit.open", () -> shut.getAsBoolean() ? 1 : 0)
            .register(meters);
  }

  void count(Lookup.Outcome outcome, int budgetLeft) {
    counter(outcome).increment();
    left.set(budgetLeft);
  }

  private Counter counter(Lookup.Outcome outcome) {
    return meters.counter(
        "tend.lookups", "outcome", outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
