package dev.tend.notify.inbox;

import dev.tend.events.kafka.CloudEvent;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event as it came, readable and in its place.
 *
 * @param id its {@code ce_id}, or its place on the topic when it has none; source likewise
 * @param time its {@code ce_time}, or the record's timestamp
 */
record Event<T>(
    ConsumerRecord<String, byte[]> record, String id, String source, Instant time, T value) {

  static <T> Event<T> of(ConsumerRecord<String, byte[]> record, T value) {
    return CloudEvent.of(record.headers())
        .map(event -> new Event<>(record, event.id(), event.source(), event.time(), value))
        .orElseGet(
            () ->
                new Event<>(
                    record,
                    record.topic() + "/" + record.partition() + "/" + record.offset(),
                    "",
                    Instant.ofEpochMilli(record.timestamp()),
                    value));
  }

  @Override
  public String toString() {
    return "Event[" + record.topic() + "/" + record.partition() + "/" + record.offset() + "]";
  }
}
