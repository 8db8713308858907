package dev.tend.ingest.portability;

import dev.tend.events.ConnectionKey;
import dev.tend.events.RefusedException;
import dev.tend.events.Topic;
import dev.tend.events.kafka.CloudEvent;
import dev.tend.ingest.publish.Source;
import dev.tend.ingest.view.Views;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Whom earlier snapshots named. */
@FunctionalInterface
interface EarlierConnections {

  /**
   * The connections of a member that a snapshot told of, and none since then did. What other
   * sources told stays: they may know better.
   *
   * @throws dev.tend.ingest.publish.BrokerAwayException when nobody can say
   */
  List<ConnectionKey> before(String member, Instant snapshot);

  /** As {@code tend.connections} has them; each answer costs one pass over the topic. */
  static EarlierConnections onTopic(Views views) {
    return (member, snapshot) -> {
      var keys = new HashSet<ConnectionKey>();
      views.readThrough(Topic.CONNECTIONS, record -> take(record, member, snapshot, keys));
      return List.copyOf(keys);
    };
  }

  private static void take(
      ConsumerRecord<String, byte[]> record,
      String member,
      Instant snapshot,
      Set<ConnectionKey> keys) {
    if (record.key() == null || !record.key().endsWith(ConnectionKey.SEPARATOR + member)) {
      return;
    }
    try {
      var key = ConnectionKey.of(record.key());
      boolean earlier =
          record.value() != null
              && CloudEvent.of(record.headers())
                  .filter(event -> event.source().equals(Source.PORTABILITY.uri()))
                  .filter(event -> event.time().isBefore(snapshot))
                  .isPresent();
      var _ = earlier ? keys.add(key) : keys.remove(key);
    } catch (RefusedException foreign) {
      // scoring-service makes the dead letter
      return;
    }
  }
}
