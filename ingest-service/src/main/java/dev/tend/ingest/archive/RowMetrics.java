package dev.tend.ingest.archive;

import dev.tend.ingest.http.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts the rows of all archives, as {@code tend_import_rows_total}. */
@Singleton
class RowMetrics {
  private final MeterRegistry meters;
  private final Refused refused;

  RowMetrics(MeterRegistry meters, Refused refused) {
    this.meters = meters;
    this.refused = refused;
  }

  void count(@Nullable Kind kind, Outcome outcome, int rows) {
    var word = kind == null ? "ignored" : kind.word();
    meters
        .counter(
            "tend.import.rows", "kind", word, "outcome", outcome.name().toLowerCase(Locale.ROOT))
        .increment(rows);
    if (outcome == Outcome.REFUSED) {
      refused.count(Refused.Door.ARCHIVE, rows);
    }
  }

  /** What came of a row; the label of the metric. */
  enum Outcome {
    PUBLISHED,
    SKIPPED,
    REFUSED
  }
}
