package dev.tend.ingest.portability;

import dev.tend.ingest.publish.Publication;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of one step of reading: all of it becomes true at once, or nothing.
 *
 * @param events in the order in which they go out
 * @param fresh what LinkedIn gave in exchange for the grant; null when it is as before
 * @param counts what to count once the step is true
 */
record Step(
    Progress progress,
    List<Held> held,
    List<Publication> events,
    @Nullable Grant fresh,
    Map<Counted, Integer> counts) {
  Step {
    held = List.copyOf(held);
    events = List.copyOf(events);
    counts = Map.copyOf(counts);
  }

  /** What came of a row or a change; the label of the metric. */
  enum Counted {
    /** A row of the member's own history. */
    HISTORY,
    /** The member, published with what is known of their history. */
    MEMBER,
    /** A connection, published. */
    CONNECTION,
    /** A connection that is gone, retracted. */
    RETRACTED,
    /** An invitation, published. */
    INVITATION,
    /** An invitation of the changelog, whose inviter must still be found. */
    HELD,
    /** One that waited, and that a row of the snapshot has named. */
    NAMED,
    /** One that waited, and was answered or taken back before it was named. */
    CLOSED,
    /** One that nobody named in time; it is among the dead letters. */
    UNNAMED,
    /** A dead letter, published. */
    DEAD,
    /** Good, but no concern of Tend's. */
    SKIPPED,
    /** A row or a change that cannot be used. */
    REFUSED;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
