package dev.tend.events.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.ConnectionKey;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's own choice of partition (murmur2 of the key), but for keys of two parts, whose records go
 * where the first part goes: those of {@code tend.connections} to their person, those of {@code
 * tend.sources} to their source. Every producer of Tend is configured with it.
 */
public final class KeyPartitioner implements Partitioner {

  /** The partition of a record key, 0 to {@code partitions - 1}. */
  public static int partition(String key, int partitions) {
    return partition(key.getBytes(UTF_8), partitions);
  }

  @Override
  public int partition(
      String topic,
      @Nullable Object key,
      byte @Nullable [] keyBytes,
      @Nullable Object value,
      byte @Nullable [] valueBytes,
      Cluster cluster) {
    return keyBytes == null ? 0 : partition(keyBytes, cluster.partitionCountForTopic(topic));
  }

  /** Works on bytes, so that a key which is no UTF-8 goes where Kafka would put it as well. */
  private static int partition(byte[] key, int partitions) {
    int length = key.length;
    for (int at = key.length - 1; at >= 0; at--) {
      if (key[at] == ConnectionKey.SEPARATOR) {
        length = at;
        break;
      }
    }
    var deciding = length == key.length ? key : Arrays.copyOf(key, length);
    return Utils.toPositive(Utils.murmur2(deciding)) % partitions;
  }

  @Override
  public void close() {}

  @Override
  public void configure(Map<String, ?> configs) {}
}
