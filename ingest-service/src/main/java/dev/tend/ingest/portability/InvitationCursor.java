package dev.tend.ingest.portability;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tend.events.Invitation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far the invitations of the snapshot have been read. It knows the latest of those that were
 * published, so whatever is sent later than the first of them and is not among them is new, in
 * whatever order the rows come and the changelog tells of them.
 *
 * @param told those that were published, by {@link #mark}, in the order of time
 * @param floor what was sent no later than this is no news; empty when all is
 * @param rising the floor once the reading under way is at its end; empty when it stays
 * @param readAt when they were last read to their end; null before
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record InvitationCursor(List<String> told, String floor, String rising, @Nullable Instant readAt) {
  static final InvitationCursor START = new InvitationCursor(List.of(), "", "", null);

  /** As many as fit what a source may remember; few members have more that wait for them. */
  private static final int MOST_TOLD = 200;

  InvitationCursor {
    told = told == null ? List.of() : List.copyOf(told);
    floor = floor == null ? "" : floor;
    rising = rising == null ? "" : rising;
  }

  /** Whether it was not published under this cursor, for certain. */
  boolean isNews(Invitation invitation) {
    var mark = mark(invitation);
    return mark.compareTo(floor) > 0 && !isTold(mark);
  }

  /** Whether it was published under this cursor, for certain. */
  boolean isTold(Invitation invitation) {
    return isTold(mark(invitation));
  }

  private boolean isTold(String mark) {
    return Collections.binarySearch(told, mark) >= 0;
  }

  /** It needs no more telling. */
  InvitationCursor told(Invitation invitation) {
    var mark = mark(invitation);
    int place = Collections.binarySearch(told, mark);
    if (place >= 0) {
      return this;
    }
    var all = new ArrayList<>(told);
    all.add(-place - 1, mark);
    if (all.size() <= MOST_TOLD) {
      return new InvitationCursor(all, floor, rising, readAt);
    }
    var first = all.removeFirst();
    return new InvitationCursor(all, floor, first.compareTo(rising) > 0 ? first : rising, readAt);
  }

  /** They were read to their end. */
  InvitationCursor read(Instant now) {
    return new InvitationCursor(told, rising.compareTo(floor) > 0 ? rising : floor, "", now);
  }

  boolean isDue(Duration every, Instant now) {
    return readAt == null || Duration.between(readAt, now).compareTo(every) >= 0;
  }

  /** When it was sent, in seconds, and eight digits that tell it from others of that second. */
  private static String mark(Invitation invitation) {
    long sent = Objects.requireNonNull(invitation.sentAt()).getEpochSecond();
    return "%010x%08x".formatted(Math.max(0, sent), invitation.id().hashCode());
  }
}
