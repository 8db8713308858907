package dev.tend.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.kafka.CloudEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was read from a topic.
 *
 * @param value null for a tombstone
 */
public record Received<T>(String key, @Nullable T value, ConsumerRecord<byte[], byte[]> record) {

  /** The value of a record that is no tombstone. */
  public T get() {
    if (value == null) {
      throw new AssertionError("a tombstone under " + key);
    }
    return value;
  }

  /** Its CloudEvents attributes, which every record of Tend has. */
  public CloudEvent event() {
    return CloudEvent.of(record.headers())
        .orElseThrow(() -> new AssertionError("a record without CloudEvents attributes: " + key));
  }

  /** The last header of this name; null when there is none. */
  public @Nullable String header(String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), UTF_8);
  }

  @Override
  public String toString() {
    return record.topic() + "/" + record.partition() + "/" + record.offset() + " " + key;
  }
}
