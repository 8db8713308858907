package dev.tend.events.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.ConnectionKey;
import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's own choice of partition (murmur2 of the key), but for {@code tend.connections}, whose
 * records go where their person goes. Every producer of Tend is configured with it.
 */
public final class KeyPartitioner implements Partitioner {

  /** The partition of a record key, 0 to {@code partitions - 1}. */
  public static int partition(String key, int partitions) {
    var bytes = ConnectionKey.partitionedPart(key).getBytes(UTF_8);
    return Utils.toPositive(Utils.murmur2(bytes)) % partitions;
  }

  @Override
  public int partition(
      String topic,
      @Nullable Object key,
      byte @Nullable [] keyBytes,
      @Nullable Object value,
      byte @Nullable [] valueBytes,
      Cluster cluster) {
    return keyBytes == null
        ? 0
        : partition(new String(keyBytes, UTF_8), cluster.partitionCountForTopic(topic));
  }

  @Override
  public void close() {}

  @Override
  public void configure(Map<String, ?> configs) {}
}
