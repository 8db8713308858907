package dev.tend.ingest.poll;

import dev.tend.events.SourceKey;
import dev.tend.events.SourceState;
import dev.tend.events.Topic;
import dev.tend.events.kafka.CloudEvent;
import dev.tend.ingest.publish.Publication;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The way to the broker that the sources of one partition share: one transaction at a time, by a
 * producer whose transactional id is the partition's. Opening it locks out whoever had it before,
 * on this instance or on another; so two can never write for the same source. Thread-safe.
 */
final class Lane implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Lane.class);

  private final Memory memory;
  private final InstantSource time;
  private final Producer<String, byte[]> producer;
  private boolean open = true;

  /**
   * Opens it; afterwards everything that was ever committed on the partition can be read.
   *
   * @throws KafkaException when the broker does not answer
   */
  Lane(Memory memory, InstantSource time, Supplier<Producer<String, byte[]>> producers) {
    this.memory = memory;
    this.time = time;
    producer = producers.get();
    try {
      producer.initTransactions();
    } catch (KafkaException away) {
      close();
      throw away;
    }
  }

  /** No longer, once a transaction did not come to a known end. Then only a new one helps. */
  synchronized boolean isOpen() {
    return open;
  }

  /** What this source may do. */
  Turn turnOf(String source) {
    return new Turn() {
      @Override
      public Optional<String> recall(String aspect) {
        return memory.recall(new SourceKey(source, aspect));
      }

      @Override
      public void commit(List<Publication> events, Map<String, String> remembered) {
        var contents = new HashMap<SourceKey, String>();
        remembered.forEach((aspect, said) -> contents.put(new SourceKey(source, aspect), said));
        Lane.this.commit(events, contents);
      }
    };
  }

  private synchronized void commit(List<Publication> events, Map<SourceKey, String> contents) {
    if (!open) {
      throw new SourceAwayException("its place at the broker was taken or lost");
    }
    try {
      producer.beginTransaction();
      for (var event : events) {
        var _ = producer.send(record(event)); // a failure fails the commit
      }
      var written = new HashMap<SourceKey, Future<RecordMetadata>>();
      contents.forEach((key, content) -> written.put(key, producer.send(record(key, content))));
      producer.commitTransaction();
      for (var one : written.entrySet()) {
        var content = contents.getOrDefault(one.getKey(), "");
        memory.keep(one.getKey(), content, one.getValue().get().offset());
      }
    } catch (KafkaException | ExecutionException failed) {
      open = false;
      LOG.debugf(failed, "A transaction of the sources failed");
      throw new SourceAwayException("the broker did not take its events");
    } catch (InterruptedException stopped) {
      open = false;
      Thread.currentThread().interrupt();
      throw new SourceAwayException("it was stopped");
    }
  }

  private static ProducerRecord<String, byte[]> record(Publication event) {
    return record(event.topic(), event.key(), event.event(), event.value());
  }

  private ProducerRecord<String, byte[]> record(SourceKey key, String content) {
    if (content.isEmpty()) {
      return new ProducerRecord<>(Topic.SOURCES.fullName(), key.toString(), null);
    }
    var state = new SourceState(key.source(), key.aspect(), content, time.instant());
    var said = Publication.of(state);
    return record(said.topic(), said.key(), said.event(), said.value());
  }

  private static ProducerRecord<String, byte[]> record(
      Topic topic, String key, CloudEvent event, byte @Nullable [] value) {
    var headers = new RecordHeaders();
    event.writeTo(headers);
    return new ProducerRecord<>(
        topic.fullName(), null, event.time().toEpochMilli(), key, value, headers);
  }

  /** What is on its way is aborted by whoever opens the lane next, or by the broker in time. */
  @Override
  public synchronized void close() {
    open = false;
    producer.close(Duration.ZERO);
  }
}
