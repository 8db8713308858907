package dev.tend.scoring.topology;

import dev.tend.events.Codec;
import dev.tend.events.Topic;
import dev.tend.events.kafka.CloudEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes an event of what a step said: JSON, CloudEvents headers, its own time. Of the headers of
 * the record that caused it only the trace goes on.
 */
final class Publish<T> implements FixedKeyProcessor<String, T, byte[]> {
  private static final String SOURCE = "/scoring";
  private static final List<String> TRACE = List.of("traceparent", "tracestate");

  private final Topic topic;
  private final Function<T, String> id;
  private final Function<T, Instant> time;
  private @Nullable FixedKeyProcessorContext<String, byte[]> context;

  Publish(Topic topic, Function<T, String> id, Function<T, Instant> time) {
    this.topic = topic;
    this.id = id;
    this.time = time;
  }

  @Override
  public void init(FixedKeyProcessorContext<String, byte[]> given) {
    context = given;
  }

  @Override
  public void process(FixedKeyRecord<String, T> record) {
    var value = record.value();
    var at = time.apply(value);
    var headers = new RecordHeaders();
    CloudEvent.on(topic, id.apply(value), SOURCE, at).writeTo(headers);
    for (var name : TRACE) {
      copy(name, record.headers(), headers);
    }
    Objects.requireNonNull(context)
        .forward(
            record
                .withValue(Codec.TOPIC.write(value))
                .withHeaders(headers)
                .withTimestamp(at.toEpochMilli()));
  }

  private static void copy(String name, Headers from, Headers to) {
    var header = from.lastHeader(name);
    if (header != null) {
      to.add(header);
    }
  }
}
