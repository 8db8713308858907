package dev.tend.ingest.poll;

import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.RefusedException;
import dev.tend.events.SourceKey;
import dev.tend.events.SourceState;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** What the sources of one partition remember, as {@code tend.sources} has it. Thread-safe. */
final class Memory {
  private static final Logger LOG = Logger.getLogger(Memory.class);

  private final Map<SourceKey, Kept> kept = new ConcurrentHashMap<>();

  /** What is kept, empty once forgotten, and where it lies on the topic. */
  private record Kept(String content, long offset) {}

  Optional<String> recall(SourceKey key) {
    var found = kept.get(key);
    return found == null || found.content.isEmpty() ? Optional.empty() : Optional.of(found.content);
  }

  /** The sources that remember something. */
  Set<String> sources() {
    return kept.entrySet().stream()
        .filter(entry -> !entry.getValue().content.isEmpty())
        .map(entry -> entry.getKey().source())
        .collect(Collectors.toUnmodifiableSet());
  }

  void take(ConsumerRecord<String, byte[]> record) {
    try {
      var key = SourceKey.of(record.key());
      if (record.value() == null) {
        keep(key, "", record.offset());
      } else if (Codec.TOPIC.read(record.value(), SourceState.class)
          instanceof Decoded.Value<SourceState>(var state)) {
        keep(key, state.content(), record.offset());
      } else {
        skipped(record);
      }
    } catch (RefusedException foreign) {
      skipped(record);
    }
  }

  /** What lies further back on the topic than what is known already says nothing new. */
  void keep(SourceKey key, String content, long offset) {
    var _ =
        kept.merge(
            key, new Kept(content, offset), (had, has) -> has.offset > had.offset ? has : had);
  }

  private static void skipped(ConsumerRecord<String, byte[]> record) {
    LOG.warnf(
        "What lies in partition %d at offset %d of %s was not written by Tend",
        record.partition(), record.offset(), record.topic());
  }
}
