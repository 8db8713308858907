package dev.tend.ingest.archive;

import dev.tend.events.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what comes of one file. Thread-safe: it is read while it counts. */
final class Tally {
  private final String name;
  private final @Nullable Kind kind;
  private final int shown;
  private final RowMetrics metrics;
  private final List<Report.RefusedRow> refused = new ArrayList<>();
  private int rows;
  private int published;
  private int skipped;
  private int refusedCount;

  /**
   * An empty one.
   *
   * @param kind null for a file that is not read
   * @param shown how many refused rows are kept word by word
   */
  Tally(String name, @Nullable Kind kind, int shown, RowMetrics metrics) {
    this.name = name;
    this.kind = kind;
    this.shown = shown;
    this.metrics = metrics;
  }

  /** A row was read, of whatever will come of it. */
  synchronized void row() {
    rows++;
  }

  synchronized void published(int count) {
    published += count;
    count(RowMetrics.Outcome.PUBLISHED, count);
  }

  synchronized void skipped() {
    skipped++;
    count(RowMetrics.Outcome.SKIPPED, 1);
  }

  synchronized void refused(int row, Refusal refusal) {
    refusedCount++;
    count(RowMetrics.Outcome.REFUSED, 1);
    if (refused.size() < shown) {
      refused.add(new Report.RefusedRow(row, refusal.field(), refusal.reason()));
    }
  }

  private void count(RowMetrics.Outcome outcome, int count) {
    if (kind != null) {
      metrics.count(kind, outcome, count);
    }
  }

  synchronized Report.File file() {
    return new Report.File(
        name,
        kind == null ? "ignored" : kind.word(),
        rows,
        published,
        skipped,
        refusedCount,
        List.copyOf(refused));
  }
}
