package dev.tend.ingest.poll;

import dev.tend.events.SourceKey;
import dev.tend.events.kafka.KeyPartitioner;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The sources of one partition, while it is this instance's: <i>catching up</i> with what they
 * remember, then <i>reading</i>. Before the first source is read, the former owner is locked out
 * and the topic is caught up with once more, so that no position is missed. For the thread of the
 * consumer.
 */
final class Share {
  private static final Logger LOG = Logger.getLogger(Share.class);
  private static final Duration TO_STOP = Duration.ofSeconds(10);

  private final TopicPartition partition;
  private final int partitions;
  private final List<Connector> connectors;
  private final Function<Memory, Lane> lanes;
  private final PollMetrics metrics;
  private final Memory memory = new Memory();
  private final Map<String, Reading> readings = new HashMap<>();
  private @Nullable Lane lane;
  private long end = -1;
  private boolean caughtUp;

  Share(
      TopicPartition partition,
      int partitions,
      List<Connector> connectors,
      Function<Memory, Lane> lanes,
      PollMetrics metrics) {
    this.partition = partition;
    this.partitions = partitions;
    this.connectors = connectors;
    this.lanes = lanes;
    this.metrics = metrics;
  }

  void take(ConsumerRecord<String, byte[]> record) {
    memory.take(record);
  }

  /** Does what is to be done next. */
  void advance(Consumer<String, byte[]> consumer) throws InterruptedException {
    if (lane != null && !lane.isOpen()) {
      stop();
    }
    if (!caughtUp && !catchesUp(consumer)) {
      return;
    }
    var wanted = wanted();
    if (lane == null && !wanted.isEmpty()) {
      lane = lanes.apply(memory);
      end = -1;
      caughtUp = false;
      return;
    }
    if (lane != null) {
      read(wanted, lane);
    }
  }

  private boolean catchesUp(Consumer<String, byte[]> consumer) {
    if (end < 0) {
      end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }
    caughtUp = consumer.position(partition) >= end;
    return caughtUp;
  }

  private Map<String, PolledSource> wanted() {
    var wanted = new HashMap<String, PolledSource>();
    var remembered = memory.sources();
    for (var connector : connectors) {
      for (var source : connector.sources(remembered)) {
        if (isHere(source.name())) {
          wanted.put(source.name(), source);
        }
      }
    }
    return wanted;
  }

  private boolean isHere(String source) {
    var key = new SourceKey(source, Turn.POSITION).toString();
    return KeyPartitioner.partition(key, partitions) == partition.partition();
  }

  private void read(Map<String, PolledSource> wanted, Lane on) throws InterruptedException {
    var gone = new HashMap<>(readings);
    gone.keySet().removeAll(wanted.keySet());
    end(gone);
    readings.keySet().removeAll(gone.keySet());
    for (var source : wanted.values()) {
      if (!readings.containsKey(source.name())) {
        var reading = new Reading(source, on.turnOf(source.name()), metrics);
        readings.put(source.name(), reading);
        reading.start();
      }
    }
  }

  /** Stops reading; whoever advances it afterwards begins anew. */
  void stop() throws InterruptedException {
    try {
      end(readings);
    } finally {
      readings.clear();
      if (lane != null) {
        lane.close();
        lane = null;
      }
    }
  }

  private static void end(Map<String, Reading> readings) throws InterruptedException {
    readings.values().forEach(Reading::stop);
    for (var reading : readings.entrySet()) {
      if (!reading.getValue().ended(TO_STOP)) {
        LOG.warnf("%s does not stop; it can publish nothing any more", reading.getKey());
      }
    }
  }
}
