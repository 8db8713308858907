package dev.tend.ingest.portability;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the invitations of the snapshot have been read. Whatever was sent later than all that was
 * there at the last reading is new, in whatever order the rows come.
 *
 * @param until the latest of earlier readings; null when all are new
 * @param latest the latest so far of the reading under way; null before its first
 * @param readAt when they were last read to their end; null before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InvitationCursor(
    @Nullable Instant until, @Nullable Instant latest, @Nullable Instant readAt) {
  static final InvitationCursor START = new InvitationCursor(null, null, null);

  boolean isNews(Instant sentAt) {
    return until == null || sentAt.isAfter(until);
  }

  InvitationCursor seen(Instant sentAt) {
    return latest != null && !sentAt.isAfter(latest)
        ? this
        : new InvitationCursor(until, sentAt, readAt);
  }

  /** They were read to their end. */
  InvitationCursor read(Instant now) {
    boolean later = latest != null && (until == null || latest.isAfter(until));
    return new InvitationCursor(later ? latest : until, null, now);
  }

  boolean isDue(Duration every, Instant now) {
    return readAt == null || Duration.between(readAt, now).compareTo(every) >= 0;
  }
}
