package dev.tend.notify.inbox;

import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Refusal;
import dev.tend.events.Topic;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;

/** Where the events of one topic are kept. */
interface Shelf<T> {
  /** The topic that is kept here. */
  Topic topic();

  /** What its records are. */
  Class<T> type();

  /** Reads a record. Most topics know no tombstones: one is refused as an empty value. */
  default Decoded<T> read(ConsumerRecord<String, byte[]> record) {
    return Codec.TOPIC.read(record.value() == null ? new byte[0] : record.value(), type());
  }

  /** The key under which an event must lie; empty when any will do. */
  Optional<String> key(T value);

  /** What else must hold of an event; empty when it may be kept. */
  default Optional<Refusal> refusal(T value) {
    return Optional.empty();
  }

  /**
   * Keeps events that were not seen before, with all that follows from them.
   *
   * @param fresh in the order of their places
   * @throws dev.tend.events.RefusedException when what is kept already contradicts one of them; all
   *     but that one are given again
   */
  void keep(Handle transaction, List<Event<T>> fresh);
}
