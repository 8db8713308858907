package dev.tend.notify.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.Codec;
import dev.tend.events.Topic;
import dev.tend.events.kafka.CloudEvent;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The events that are to be published, in a table. */
public final class Outgoing {
  static final String SOURCE = "/notify";

  private Outgoing() {}

  /**
   * Writes an event down within the caller's transaction; {@link Courier} publishes it.
   *
   * @param id the {@code ce_id}
   */
  public static void add(
      Handle transaction, Topic topic, String key, String id, Instant at, Object value) {
    transaction
        .createUpdate(
            """
            insert into outgoing (topic, key, event, at, value)
            values (:topic, :key, :event, :at, :value)
            """)
        .bind("topic", topic.name())
        .bind("key", key.getBytes(UTF_8))
        .bind("event", id)
        .bind("at", at)
        .bind("value", Codec.TOPIC.write(value))
        .execute();
  }

  static List<Event> first(Handle transaction, int most) {
    return transaction
        .createQuery(
            "select place, topic, key, event, at, value from outgoing order by place limit :most")
        .bind("most", most)
        .map(
            (row, context) ->
                new Event(
                    row.getLong("place"),
                    new String(row.getBytes("key"), UTF_8),
                    CloudEvent.on(
                        Topic.valueOf(row.getString("topic")),
                        row.getString("event"),
                        SOURCE,
                        row.getTimestamp("at").toInstant()),
                    Topic.valueOf(row.getString("topic")),
                    new String(row.getBytes("value"), UTF_8)))
        .list();
  }

  /** Only these: an event with a lower place may have been committed later. */
  static void published(Handle transaction, List<Event> events) {
    transaction
        .createUpdate("delete from outgoing where place = any(:places)")
        .bindArray("places", Long.class, events.stream().map(Event::place).toList())
        .execute();
  }

  /** One event that waits. */
  record Event(long place, String key, CloudEvent attributes, Topic topic, String json) {}
}
