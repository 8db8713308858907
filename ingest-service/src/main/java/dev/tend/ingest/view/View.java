package dev.tend.ingest.view;

import dev.tend.events.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One topic, followed by one thread: <i>looking for the topic</i>, then <i>catching up</i> to where
 * it ended at that moment, then <i>following</i>. A failure leads back to the start.
 */
public final class View implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(View.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Topic topic;
  private final Supplier<KafkaConsumer<String, byte[]>> consumers;
  private final Consumer<ConsumerRecord<String, byte[]>> reader;
  private final Thread thread;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile boolean caughtUp;
  private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

  View(
      Topic topic,
      Supplier<KafkaConsumer<String, byte[]>> consumers,
      Consumer<ConsumerRecord<String, byte[]>> reader) {
    this.topic = topic;
    this.consumers = consumers;
    this.reader = reader;
    thread = new Thread(this::run, "view-" + topic.fullName());
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /**
   * Whether everything has been read that was on the topic when this service started. Stays true
   * during an outage of the broker: what is in memory is still what was known last.
   */
  public boolean caughtUp() {
    return caughtUp;
  }

  Topic topic() {
    return topic;
  }

  @Override
  public void close() {
    stopping.countDown();
    var current = consumer;
    if (current != null) {
      current.wakeup();
    }
  }

  private void run() {
    boolean told = false;
    while (stopping.getCount() > 0) {
      try (var fresh = consumers.get()) {
        consumer = fresh;
        follow(fresh);
      } catch (WakeupException stopped) {
        LOG.debugf("The view of %s stops", topic.fullName());
      } catch (KafkaException failed) {
        if (!told) {
          LOG.warnf(
              "The view of %s cannot be read, trying on: %s",
              topic.fullName(), failed.getMessage());
        }
        told = true;
      }
      pause();
    }
  }

  private void pause() {
    try {
      var _ = stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      stopping.countDown();
    }
  }

  private void follow(KafkaConsumer<String, byte[]> from) {
    var partitions = partitions(from, topic);
    if (partitions.isEmpty()) {
      return;
    }
    from.assign(partitions);
    from.seekToBeginning(partitions);
    var ends = from.endOffsets(partitions);
    boolean behind = true;
    while (stopping.getCount() > 0) {
      if (behind && reached(from, ends)) {
        behind = false;
        caughtUp = true;
      }
      from.poll(POLL).forEach(reader);
    }
  }

  static List<TopicPartition> partitions(KafkaConsumer<?, ?> from, Topic topic) {
    return from.partitionsFor(topic.fullName()).stream()
        .map(found -> new TopicPartition(found.topic(), found.partition()))
        .toList();
  }

  static boolean reached(KafkaConsumer<?, ?> from, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().allMatch(end -> from.position(end.getKey()) >= end.getValue());
  }
}
