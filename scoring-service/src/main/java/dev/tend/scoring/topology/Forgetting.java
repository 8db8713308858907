package dev.tend.scoring.topology;

import dev.tend.events.ConnectionKey;
import dev.tend.events.Erased;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/** What a partition says when it has forgotten somebody. */
sealed interface Forgetting {

  /** It holds nothing more of them. */
  record Confirmed(Erased erased) implements Forgetting {}

  /** A connection of theirs ends, for all who follow {@code tend.connections}. */
  record Disconnected(ConnectionKey connection) implements Forgetting {}

  /**
   * To where a member lies, and to where echoes are heard: an invitation is to be forgotten. It
   * takes the way of the invitation and so comes behind it, wherever that is at this moment.
   *
   * @param seenBy the member whose it was; empty when its inviter is forgotten altogether
   */
  record Unsaid(Enriched invitation, String seenBy) implements Forgetting {}

  default List<Erased> confirmations() {
    return this instanceof Confirmed(var erased) ? List.of(erased) : List.of();
  }

  default List<Enriched> unsaid() {
    return this instanceof Unsaid(var invitation, var _) ? List.of(invitation) : List.of();
  }

  default List<Seen> unseen() {
    return this instanceof Unsaid(var invitation, var seenBy)
        ? List.of(Seen.unsaid(invitation, seenBy))
        : List.of();
  }

  /** The records of {@code tend.connections} that take connections back. */
  default List<KeyValue<String, byte @Nullable []>> tombstones() {
    return this instanceof Disconnected(var connection)
        ? List.of(KeyValue.pair(connection.toString(), null))
        : List.of();
  }
}
