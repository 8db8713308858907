package dev.tend.events.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.Times;
import dev.tend.events.Topic;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;

/**
 * The CloudEvents 1.0 attributes of a record, in binary mode: as headers beside the value (Kafka
 * Protocol Binding for CloudEvents 1.0.2, section 3.2).
 *
 * @param id unique within its source; the same however often the same event is sent
 * @param type such as {@code dev.tend.invitation.received.v1}
 * @param source where the event arose, such as {@code /ingest/http}
 * @param time when it was received or happened
 */
public record CloudEvent(String id, String type, String source, Instant time) {
  private static final byte[] SPEC_VERSION = "1.0".getBytes(UTF_8);
  private static final byte[] JSON = "application/json".getBytes(UTF_8);

  /** The attributes of an event on a topic, with that topic's type. */
  public static CloudEvent on(Topic topic, String id, String source, Instant time) {
    return new CloudEvent(id, topic.eventType(), source, time);
  }

  /** Writes the attributes; an attribute that is there already is replaced. */
  public void writeTo(Headers headers) {
    set(headers, "ce_specversion", SPEC_VERSION);
    set(headers, "ce_id", id.getBytes(UTF_8));
    set(headers, "ce_type", type.getBytes(UTF_8));
    set(headers, "ce_source", source.getBytes(UTF_8));
    set(headers, "ce_time", time.toString().getBytes(UTF_8));
    set(headers, "content-type", JSON);
  }

  /**
   * Reads the attributes; empty when one is missing or the time is none, as on a record that Tend
   * did not write.
   */
  public static Optional<CloudEvent> of(Headers headers) {
    var id = text(headers, "ce_id");
    var type = text(headers, "ce_type");
    var source = text(headers, "ce_source");
    var time = text(headers, "ce_time").flatMap(CloudEvent::instant);
    if (id.isEmpty() || type.isEmpty() || source.isEmpty() || time.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new CloudEvent(id.get(), type.get(), source.get(), time.get()));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Times.instant(text));
    } catch (DateTimeException foreign) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(Headers headers, String name) {
    var header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), UTF_8));
  }

  private static void set(Headers headers, String name, byte[] value) {
    headers.remove(name);
    headers.add(name, value);
  }
}
