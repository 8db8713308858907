package dev.tend.ingest.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an import: its answer over HTTP, and what is kept beside the archive.
 *
 * @param reason why it failed; empty while it has not
 * @param notes what the member should know, such as an address that had to be derived
 * @param progress null before the archive is opened
 * @param startedAt when the archive was received
 * @param finishedAt null while running
 */
record Report(
    String id,
    String member,
    State state,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String reason,
    List<String> notes,
    List<File> files,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Extent progress,
    Instant startedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant finishedAt) {

  /** How far it is. */
  enum State {
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("done")
    DONE,
    @JsonProperty("failed")
    FAILED
  }

  /** The report of an archive that has just been received. */
  static Report started(String id, String member, Instant at) {
    return new Report(id, member, State.RUNNING, "", List.of(), List.of(), null, at, null);
  }

  Report with(List<String> someNotes, List<File> someFiles, @Nullable Extent extent) {
    return new Report(
        id, member, state, reason, someNotes, someFiles, extent, startedAt, finishedAt);
  }

  Report done(Instant at) {
    return new Report(id, member, State.DONE, "", notes, files, progress, startedAt, at);
  }

  Report failed(String why, Instant at) {
    return new Report(id, member, State.FAILED, why, notes, files, progress, startedAt, at);
  }

  /**
   * How much of the archive has been read.
   *
   * @param bytes of the files that Tend reads, unpacked
   * @param of how many there are
   * @param percent 0 to 100; 100 also when there is nothing to read
   */
  record Extent(long bytes, long of, int percent) {
    static Extent of(long bytes, long all) {
      long read = Math.min(bytes, all);
      return new Extent(read, all, all == 0 ? 100 : (int) (100 * read / all));
    }
  }

  /**
   * What came of one file.
   *
   * @param kind such as {@code connections}; {@code ignored} for a file that Tend does not read
   * @param rows read until now, without header and blank rows
   * @param published of them, those whose content has gone out
   * @param skipped of them, those that are good but of no concern
   * @param skippedBecause how many of these for which reason
   * @param refusedCount of them, those that could not be used
   * @param refused the first of these
   * @param retracted connections of an earlier archive that are gone; null for other files
   */
  record File(
      String name,
      String kind,
      int rows,
      int published,
      int skipped,
      List<SkippedRows> skippedBecause,
      int refusedCount,
      List<RefusedRow> refused,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer retracted) {}

  /** Rows that are of no concern, for one reason. */
  record SkippedRows(String reason, int rows) {}

  /**
   * A row that could not be used.
   *
   * @param row from 1, without preamble and header
   * @param field the column
   */
  record RefusedRow(int row, String field, String reason) {}
}
