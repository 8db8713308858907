package dev.tend.ingest.poll;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts turns as {@code tend_source_turns_total{kind,outcome}}, and the sources that this instance
 * reads as {@code tend_sources_reading{kind}}. Thread-safe.
 */
final class PollMetrics {
  private final MeterRegistry meters;
  private final Map<String, AtomicInteger> reading = new ConcurrentHashMap<>();

  PollMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  void turn(String source, Outcome outcome) {
    meters
        .counter(
            "tend.source.turns",
            "kind",
            kind(source),
            "outcome",
            outcome.name().toLowerCase(Locale.ROOT))
        .increment();
  }

  /** Counts a source as being read until what is returned is closed. */
  Ended reading(String source) {
    var count =
        reading.computeIfAbsent(
            kind(source),
            kind -> {
              var fresh = new AtomicInteger();
              meters.gauge(
                  "tend.sources.reading",
                  io.micrometer.core.instrument.Tags.of("kind", kind),
                  fresh);
              return fresh;
            });
    var _ = count.incrementAndGet();
    return count::decrementAndGet;
  }

  private static String kind(String source) {
    return source.substring(0, source.indexOf('/'));
  }

  /** How a turn ended. */
  enum Outcome {
    READ,
    AWAY,
    FAILED
  }

  /** The end of a reading. */
  @FunctionalInterface
  interface Ended extends AutoCloseable {
    @Override
    void close();
  }
}
