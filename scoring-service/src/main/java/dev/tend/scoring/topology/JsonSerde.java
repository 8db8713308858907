package dev.tend.scoring.topology;

import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * JSON on the topics that are ours alone: what we wrote there and cannot read is no dead letter.
 */
final class JsonSerde {
  private JsonSerde() {}

  static <T> Serde<T> of(Class<T> type) {
    Serializer<T> serializer = (topic, value) -> value == null ? null : Codec.TOPIC.write(value);
    Deserializer<T> deserializer = (topic, bytes) -> bytes == null ? null : read(type, bytes);
    return Serdes.serdeFrom(serializer, deserializer);
  }

  private static <T> T read(Class<T> type, byte[] bytes) {
    return switch (Codec.TOPIC.read(bytes, type)) {
      case Decoded.Value<T>(var value) -> value;
      case Decoded.Refused<T>(var _, var refusal) ->
          throw new SerializationException(
              "An internal topic holds what this version cannot read: " + refusal.sentence());
    };
  }
}
