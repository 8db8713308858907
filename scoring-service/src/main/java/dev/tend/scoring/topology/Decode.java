package dev.tend.scoring.topology;

import dev.tend.events.DeadLetter;
import dev.tend.events.Decoded;
import dev.tend.events.Refusal;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bytes of a topic. What cannot be read leaves as a dead letter; the stream goes on with
 * the next record.
 */
final class Decode<N> implements FixedKeyProcessor<String, byte[], Outcome<Arrived<N>>> {
  private final Reading.Reader<N> reader;
  private final DeadLetterBox letters;
  private @Nullable FixedKeyProcessorContext<String, Outcome<Arrived<N>>> context;

  Decode(Reading.Reader<N> reader, DeadLetterBox letters) {
    this.reader = reader;
    this.letters = letters;
  }

  @Override
  public void init(FixedKeyProcessorContext<String, Outcome<Arrived<N>>> given) {
    context = given;
  }

  @Override
  public void process(FixedKeyRecord<String, byte[]> record) {
    var here = Objects.requireNonNull(context);
    here.forward(record.withValue(read(here, record)));
  }

  private Outcome<Arrived<N>> read(
      FixedKeyProcessorContext<?, ?> here, FixedKeyRecord<String, byte[]> record) {
    try {
      return switch (decoded(record)) {
        case Decoded.Value<N>(var news) -> new Outcome.Next<>(new Arrived<>(news, record.value()));
        case Decoded.Refused<N> refused ->
            new Outcome.Dead<>(letters.refused(envelope(here, record), refused, now(here)));
      };
    } catch (RuntimeException failure) {
      return new Outcome.Dead<>(letters.failed(envelope(here, record), failure, now(here)));
    }
  }

  private Decoded<N> decoded(FixedKeyRecord<String, byte[]> record) {
    return record.key() == null
        ? new Decoded.Refused<>(DeadLetter.Reason.MISPLACED, new Refusal("", "has no key"))
        : reader.read(record.key(), record.value());
  }

  private static Envelope envelope(
      FixedKeyProcessorContext<?, ?> here, FixedKeyRecord<String, byte[]> record) {
    return Envelope.of(here, record, record.value());
  }

  private static Instant now(FixedKeyProcessorContext<?, ?> here) {
    return Instant.ofEpochMilli(here.currentSystemTimeMs());
  }
}
