package dev.tend.ingest.portability;

import dev.tend.ingest.portability.Step.Counted;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Counts calls as {@code tend_portability_calls_total}, and what came of them as {@code
 * tend_portability_items_total}. Thread-safe.
 */
final class PortabilityMetrics {
  private final MeterRegistry meters;

  PortabilityMetrics(MeterRegistry meters) {
    this.meters = meters;
    for (var call : LinkedIn.Call.values()) {
      // a rate needs a zero to start from
      called(call, Optional.empty(), 0);
    }
    for (var counted : Counted.values()) {
      count(counted, 0);
    }
  }

  void called(LinkedIn.Call call, Optional<Trouble.Kind> trouble) {
    called(call, trouble, 1);
  }

  /** What came of a step that has become true. */
  void stepped(Map<Counted, Integer> counts) {
    counts.forEach(this::count);
  }

  private void called(LinkedIn.Call call, Optional<Trouble.Kind> trouble, int times) {
    meters
        .counter(
            "tend.portability.calls",
            "call",
            call.name().toLowerCase(Locale.ROOT),
            "outcome",
            trouble.map(Trouble.Kind::word).orElse("answered"))
        .increment(times);
  }

  private void count(Counted what, int many) {
    meters.counter("tend.portability.items", "what", what.word()).increment(many);
  }
}
