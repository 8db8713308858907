package dev.tend.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads a topic from a point on, committed records only, and awaits what a test expects there. For
 * one thread; the caller closes it.
 */
public final class TopicReader<T> implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(100);

  private final Topic topic;
  private final Class<T> type;
  private final Consumer<byte[], byte[]> consumer;
  private boolean passesOverGarbage;
  private final List<Received<T>> seen = new ArrayList<>();

  private TopicReader(String bootstrapServers, Topic topic, Class<T> type, boolean fromStart) {
    Parts.quiet("org.apache.kafka");
    if (topic.carries() != type) {
      throw new IllegalArgumentException(topic + " carries " + topic.carries().getSimpleName());
    }
    this.topic = topic;
    this.type = type;
    consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    var partitions =
        consumer.partitionsFor(topic.fullName()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    if (fromStart) {
      consumer.seekToBeginning(partitions);
    } else {
      consumer.seekToEnd(partitions);
    }
    // a seek is lazy: ask for the positions, so that "now" is now and not at the first poll
    partitions.forEach(consumer::position);
  }

  /** Reads what is written after this call. */
  public static <T> TopicReader<T> fromNow(String bootstrapServers, Topic topic, Class<T> type) {
    return new TopicReader<>(bootstrapServers, topic, type, false);
  }

  /** Reads everything that the topic holds. */
  public static <T> TopicReader<T> fromStart(String bootstrapServers, Topic topic, Class<T> type) {
    return new TopicReader<>(bootstrapServers, topic, type, true);
  }

  /** For a topic on which a test put what is no record: passes over it, instead of failing. */
  public TopicReader<T> passingOverGarbage() {
    passesOverGarbage = true;
    return this;
  }

  /** The first record that matches, among those seen before as well, within 30 seconds. */
  public Received<T> await(Predicate<Received<T>> matches) {
    return await(1, matches).getFirst();
  }

  /** All matching records as soon as there are this many, within 30 seconds. */
  public List<Received<T>> await(int count, Predicate<Received<T>> matches) {
    return await(count, matches, PATIENCE);
  }

  /**
   * All matching records as soon as there are this many.
   *
   * @throws AssertionError when they do not come in time; it names the records that came
   */
  public List<Received<T>> await(int count, Predicate<Received<T>> matches, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    var found = matching(matches);
    while (found.size() < count) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "%d of %d expected records came to %s in %d s; seen: %s"
                .formatted(found.size(), count, topic.fullName(), atMost.toSeconds(), overview()));
      }
      poll(POLL);
      found = matching(matches);
    }
    return found;
  }

  /** Everything that was written until now and not read before, added to what was. */
  public List<Received<T>> all() {
    var ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      poll(POLL);
    }
    return List.copyOf(seen);
  }

  private void poll(Duration atMost) {
    consumer.poll(atMost).forEach(this::take);
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    var key = record.key() == null ? "" : new String(record.key(), UTF_8);
    if (record.value() == null) {
      seen.add(new Received<>(key, null, record));
      return;
    }
    switch (Codec.TOPIC.read(record.value(), type)) {
      case Decoded.Value<T>(var value) -> seen.add(new Received<>(key, value, record));
      case Decoded.Refused<T>(var reason, var refusal) -> {
        if (!passesOverGarbage) {
          throw new AssertionError(
              topic.fullName() + " holds what it must not: " + reason + ", " + refusal.sentence());
        }
      }
    }
  }

  private List<Received<T>> matching(Predicate<Received<T>> matches) {
    return seen.stream().filter(matches).toList();
  }

  private String overview() {
    return seen.size()
        + " in all, the last "
        + seen.stream()
            .skip(Math.max(0, seen.size() - 10))
            .map(Received::toString)
            .collect(joining(", "));
  }

  @Override
  public void close() {
    consumer.close();
  }
}
