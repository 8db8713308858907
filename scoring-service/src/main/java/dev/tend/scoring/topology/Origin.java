package dev.tend.scoring.topology;

import dev.tend.events.kafka.DeadLetters;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Where a record lay on the broker when it entered the stream. */
record Origin(String topic, int partition, long offset) {
  static Origin of(RecordMetadata metadata) {
    return new Origin(metadata.topic(), metadata.partition(), metadata.offset());
  }

  DeadLetters.Origin forLetter() {
    return new DeadLetters.Origin(topic, partition, offset);
  }

  @Override
  public String toString() {
    return topic + "/" + partition + "/" + offset;
  }
}
