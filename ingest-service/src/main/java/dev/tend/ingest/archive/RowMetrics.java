package dev.tend.ingest.archive;

import dev.tend.ingest.http.Refused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Counts the rows of all archives, as {@code tend_import_rows_total}. */
@Startup
@Singleton
class RowMetrics {
  private final MeterRegistry meters;
  private final Refused refused;

  RowMetrics(MeterRegistry meters, Refused refused) {
    this.meters = meters;
    this.refused = refused;
    for (var kind : Kind.values()) {
      for (var outcome : Outcome.values()) {
        // a rate needs a zero to start from
        counter(kind, outcome).increment(0);
      }
    }
  }

  void count(Kind kind, Outcome outcome, int rows) {
    counter(kind, outcome).increment(rows);
    if (outcome == Outcome.REFUSED) {
      refused.count(Refused.Door.ARCHIVE, rows);
    }
  }

  private Counter counter(Kind kind, Outcome outcome) {
    return meters.counter(
        "tend.import.rows",
        "kind",
        kind.word(),
        "outcome",
        outcome.name().toLowerCase(Locale.ROOT));
  }

  /** What came of a row; the label of the metric. */
  enum Outcome {
    PUBLISHED,
    SKIPPED,
    REFUSED
  }
}
