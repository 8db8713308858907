package dev.tend.ingest.crm;

import dev.tend.events.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Counts what comes of one upload. For one thread. */
final class Outcome {
  private final int shown;
  private final List<RefusedRow> refused = new ArrayList<>();
  private int published;
  private int skipped;
  private int refusedCount;
  private int ties;
  private int retracted;

  /**
   * An empty one.
   *
   * @param shown how many refused rows are kept word by word
   */
  Outcome(int shown) {
    this.shown = shown;
  }

  void published() {
    published++;
  }

  void skipped() {
    skipped++;
  }

  void tied(int count) {
    ties += count;
  }

  void retracted(int count) {
    retracted += count;
  }

  void refused(int row, Refusal refusal) {
    refusedCount++;
    if (refused.size() < shown) {
      refused.add(new RefusedRow(row, refusal.field(), refusal.reason()));
    }
  }

  int refusedCount() {
    return refusedCount;
  }

  Report report(String kind) {
    return new Report(
        kind,
        published + skipped + refusedCount,
        published,
        skipped,
        refusedCount,
        ties,
        retracted,
        List.copyOf(refused));
  }

  /**
   * What a caller is told; rows are counted as in the report of an archive.
   *
   * @param kind {@code contacts} or {@code accounts}
   * @param rows read, without header and blank ones
   * @param published of them, those whose content has gone out
   * @param skipped of them, those that are good but of no use, such as a contact without a LinkedIn
   *     address
   * @param refusedCount of them, those that could not be used
   * @param ties how many members know somebody by this upload
   * @param retracted what an earlier upload said and this one does not
   * @param refused the first of the refused rows
   */
  record Report(
      String kind,
      int rows,
      int published,
      int skipped,
      int refusedCount,
      int ties,
      int retracted,
      List<RefusedRow> refused) {}

  /**
   * A row that could not be used.
   *
   * @param row of the file, from 1, without the header
   */
  record RefusedRow(int row, String field, String reason) {}
}
