package dev.tend.ingest.portability;

import dev.tend.events.Codec;
import dev.tend.events.Connection;
import dev.tend.events.ConnectionKey;
import dev.tend.events.Decoded;
import dev.tend.events.Topic;
import dev.tend.events.kafka.CloudEvent;
import dev.tend.ingest.publish.Source;
import dev.tend.ingest.view.Views;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Whom members knew before. */
@FunctionalInterface
interface EarlierConnections {

  /**
   * All of whom it is known that the member knows them.
   *
   * @throws dev.tend.ingest.publish.BrokerAwayException when nobody can say
   */
  List<Earlier> of(String member);

  /**
   * What was told last of somebody.
   *
   * @param source the {@code ce_source}
   * @param at when it was told
   */
  record Earlier(Connection connection, String source, Instant at) {

    /** Whether a snapshot told that they are connected. */
    boolean isOfASnapshot() {
      return source.equals(Source.PORTABILITY.uri()) && connection.areConnected();
    }
  }

  /** As {@code tend.connections} has them; each answer costs one pass over the topic. */
  static EarlierConnections onTopic(Views views) {
    return member -> {
      var known = new HashMap<String, Earlier>();
      views.readThrough(Topic.CONNECTIONS, record -> take(record, member, known));
      return List.copyOf(known.values());
    };
  }

  private static void take(
      ConsumerRecord<String, byte[]> record, String member, Map<String, Earlier> known) {
    if (record.key() == null || !record.key().endsWith(ConnectionKey.SEPARATOR + member)) {
      return;
    }
    if (record.value() == null) {
      var _ = known.remove(record.key());
    } else if (Codec.TOPIC.read(record.value(), Connection.class)
        instanceof Decoded.Value<Connection>(var connection)) {
      CloudEvent.of(record.headers())
          .ifPresent(
              event ->
                  known.put(record.key(), new Earlier(connection, event.source(), event.time())));
    }
  }
}
