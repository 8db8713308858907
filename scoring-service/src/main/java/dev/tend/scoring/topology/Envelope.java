package dev.tend.scoring.topology;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/** A record as it came, for the letter that is written when it cannot be processed. */
@SuppressWarnings("ArrayRecordComponent") // carried along, never compared
record Envelope(Origin origin, @Nullable String key, byte @Nullable [] value, Headers headers) {

  /** The record that a processor is at. */
  static Envelope of(
      FixedKeyProcessorContext<?, ?> context,
      FixedKeyRecord<String, ?> record,
      byte @Nullable [] value) {
    var origin =
        context
            .recordMetadata()
            .map(Origin::of)
            .orElseThrow(() -> new IllegalStateException("a record without an origin"));
    return new Envelope(origin, record.key(), value, record.headers());
  }

  @Override
  public String toString() {
    return "Envelope[" + origin + "]";
  }
}
