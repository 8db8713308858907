package dev.tend.ingest.archive;

import dev.tend.events.Refusal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
  private final Map<Skip, Integer> skipped = new EnumMap<>(Skip.class);
  private @Nullable Integer retracted;
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

  void skipped(Skip why) {
    skipped(why, 1);
  }

  synchronized void skipped(Skip why, int count) {
    skipped.merge(why, count, Integer::sum);
    count(RowMetrics.Outcome.SKIPPED, count);
  }

  /** Connections of an earlier archive were taken back; 0 also tells that none was. */
  synchronized void retracted(int count) {
    retracted = (retracted == null ? 0 : retracted) + count;
  }

  /** All rows that are neither published nor skipped nor refused yet have gone out. */
  synchronized void publishedTheRest() {
    published(rows - published - skippedCount() - refusedCount);
  }

  private int skippedCount() {
    return skipped.values().stream().mapToInt(Integer::intValue).sum();
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
        skippedCount(),
        skipped.entrySet().stream()
            .map(entry -> new Report.SkippedRows(entry.getKey().words(), entry.getValue()))
            .toList(),
        refusedCount,
        List.copyOf(refused),
        retracted);
  }
}
