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
    return new Report(id, member, State.RUNNING, "", List.of(), List.of(), at, null);
  }

  Report with(List<String> someNotes, List<File> someFiles) {
    return new Report(id, member, state, reason, someNotes, someFiles, startedAt, finishedAt);
  }

  Report done(Instant at) {
    return new Report(id, member, State.DONE, "", notes, files, startedAt, at);
  }

  Report failed(String why, Instant at) {
    return new Report(id, member, State.FAILED, why, notes, files, startedAt, at);
  }

  /**
   * What came of one file.
   *
   * @param kind such as {@code connections}; {@code ignored} for a file that Tend does not read
   * @param rows read until now, without header and blank rows
   * @param published of them, those whose content has gone out
   * @param skipped of them, those that are good but of no concern, such as the member's own
   *     invitations to others
   * @param refusedCount of them, those that could not be used
   * @param refused the first of these
   */
  record File(
      String name,
      String kind,
      int rows,
      int published,
      int skipped,
      int refusedCount,
      List<RefusedRow> refused) {}

  /**
   * A row that could not be used.
   *
   * @param row from 1, without preamble and header
   * @param field the column
   */
  record RefusedRow(int row, String field, String reason) {}
}
