package dev.tend.events.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.ConnectionKey;
import dev.tend.events.PersonKey;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPartitionerTest {
  private static final long SEED = 20260209L;

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 12, 50})
  void putsAnOrdinaryKeyWhereKafkaWould(int partitions) {
    try (var partitioner = new KeyPartitioner()) {
      var random = new Random(SEED);
      var cluster = cluster(partitions);
      for (int round = 0; round < 2_000; round++) {
        var key = new byte[random.nextInt(40)];
        random.nextBytes(key);
        for (int i = 0; i < key.length; i++) {
          key[i] = key[i] == '|' ? (byte) '-' : key[i];
        }
        assertThat(partitioner.partition("t", key, key, null, null, cluster))
            .as("seed %d, round %d", SEED, round)
            .isEqualTo(BuiltInPartitioner.partitionForKey(key, partitions));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"in/jane-doe", "amy.chen", "in/王-小明", "in/zoë-🌟", ""})
  void saysTheSameOfATextAsOfItsBytes(String key) {
    assertThat(KeyPartitioner.partition(key, 12))
        .isEqualTo(BuiltInPartitioner.partitionForKey(key.getBytes(UTF_8), 12));
  }

  @Test
  void putsAConnectionWhereItsPersonIs() {
    try (var partitioner = new KeyPartitioner()) {
      var cluster = cluster(12);
      for (int i = 0; i < 500; i++) {
        var person = PersonKey.of("in/zoë-" + i);
        var key = new ConnectionKey(person, "amy.chen").toString();
        assertThat(partitioner.partition("t", key, key.getBytes(UTF_8), null, null, cluster))
            .isEqualTo(KeyPartitioner.partition(key, 12))
            .isEqualTo(KeyPartitioner.partition(person.path(), 12));
      }
    }
  }

  @Test
  void usesEveryPartition() {
    assertThat(
            IntStream.range(0, 1_000)
                .map(i -> KeyPartitioner.partition("in/person-" + i, 12))
                .boxed()
                .distinct())
        .hasSize(12);
  }

  @Test
  void bearsARecordWithoutAKey() {
    try (var partitioner = new KeyPartitioner()) {
      assertThat(partitioner.partition("t", null, null, null, null, cluster(4))).isZero();
    }
  }

  private static Cluster cluster(int partitions) {
    var node = new Node(0, "localhost", 9092);
    var nodes = new Node[] {node};
    var infos =
        IntStream.range(0, partitions)
            .mapToObj(i -> new PartitionInfo("t", i, node, nodes, nodes))
            .toList();
    return new Cluster("c", List.of(node), infos, Set.of(), Set.of());
  }
}
