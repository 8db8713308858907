package dev.tend.ingest.portability;

import dev.tend.events.Member;
import java.time.Duration;
import java.time.Instant;

/** Whose data are asked for, and when. */
record Asking(Member member, Grant grant, Progress progress, Instant now) {
  /** After so long a snapshot without a profile is taken for what there is. */
  private static final Duration PATIENCE = Duration.ofDays(1);

  /** Whether LinkedIn may still be preparing the first snapshot. */
  boolean isEarly() {
    var begun = progress.snapshotAt();
    return progress.sweptAt() == null && begun != null && now.isBefore(begun.plus(PATIENCE));
  }

  @Override
  public String toString() {
    return "Asking[" + member.id() + "]";
  }
}
