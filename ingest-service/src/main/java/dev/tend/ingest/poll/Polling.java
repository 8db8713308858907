package dev.tend.ingest.poll;

import dev.tend.events.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Shares the sources among the instances: each is read by the one to which the broker has assigned
 * its partition of {@code tend.sources}. One thread follows the topic; each source has another.
 */
final class Polling {
  private static final Logger LOG = Logger.getLogger(Polling.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration TO_STOP = Duration.ofSeconds(15);

  private final PollClients clients;
  private final List<Connector> connectors;
  private final InstantSource time;
  private final PollMetrics metrics;
  private final Map<TopicPartition, Share> shares = new HashMap<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = Thread.ofPlatform().daemon().name("sources").unstarted(this::run);
  private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

  Polling(
      PollClients clients, List<Connector> connectors, InstantSource time, MeterRegistry meters) {
    this.clients = clients;
    this.connectors = connectors;
    this.time = time;
    metrics = new PollMetrics(meters);
  }

  void start() {
    thread.start();
  }

  /** Stops reading and leaves the group at once, so that another instance reads on. */
  void stop() throws InterruptedException {
    stopping.countDown();
    var current = consumer;
    if (current != null) {
      current.wakeup();
    }
    if (!thread.join(TO_STOP)) {
      LOG.warn("The sources do not stop; what they began is done again next time");
    }
  }

  private void run() {
    boolean told = false;
    try {
      while (stopping.getCount() > 0) {
        try (var fresh = clients.consumer()) {
          consumer = fresh;
          fresh.subscribe(List.of(Topic.SOURCES.fullName()), new Shares(fresh));
          follow(fresh);
        } catch (WakeupException stopped) {
          LOG.debug("The sources stop");
        } catch (KafkaException failed) {
          if (!told) {
            LOG.warnf("The sources cannot be read, trying on: %s", failed.getMessage());
          }
          told = true;
        }
        give(List.copyOf(shares.keySet()));
        var _ = stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException stopped) {
      LOG.debug("The sources stop");
    }
  }

  private void follow(KafkaConsumer<String, byte[]> from) throws InterruptedException {
    while (stopping.getCount() > 0) {
      for (var record : from.poll(POLL)) {
        var share = shares.get(new TopicPartition(record.topic(), record.partition()));
        if (share != null) {
          share.take(record);
        }
      }
      for (var share : new ArrayList<>(shares.values())) {
        share.advance(from);
      }
    }
  }

  private void take(KafkaConsumer<String, byte[]> from, Collection<TopicPartition> assigned) {
    from.seekToBeginning(assigned);
    int partitions = from.partitionsFor(Topic.SOURCES.fullName()).size();
    for (var partition : assigned) {
      var share =
          new Share(partition, partitions, connectors, memory -> lane(partition, memory), metrics);
      shares.put(partition, share);
    }
  }

  private Lane lane(TopicPartition partition, Memory memory) {
    return new Lane(memory, time, () -> clients.producer(partition.partition()));
  }

  private void give(Collection<TopicPartition> revoked) throws InterruptedException {
    for (var partition : revoked) {
      var share = shares.remove(partition);
      if (share != null) {
        share.stop();
      }
    }
  }

  /** Follows what the broker assigns. Called by the consumer, on its thread. */
  private final class Shares implements ConsumerRebalanceListener {
    private final KafkaConsumer<String, byte[]> from;

    Shares(KafkaConsumer<String, byte[]> from) {
      this.from = from;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
      take(from, assigned);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
      try {
        give(revoked);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
