package dev.tend.testing;

import dev.tend.events.Topic;
import dev.tend.events.kafka.TopicSettings;
import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.testcontainers.kafka.KafkaContainer;

/** A Kafka broker with the topics of Tend, each of {@link Topic#LOCAL_PARTITIONS} partitions. */
public final class RealBroker implements AutoCloseable {
  private static final String IMAGE = "apache/kafka:4.1.1";

  private final String bootstrapServers;
  private final Runnable stop;

  private RealBroker(String bootstrapServers, Runnable stop) {
    this.bootstrapServers = bootstrapServers;
    this.stop = stop;
  }

  /**
   * The one broker of this JVM, started at the first call and stopped when the JVM ends. Tests
   * share its topics: read from where a test begins, and use members of its own.
   */
  public static RealBroker shared() {
    var address =
        Parts.oncePerJvm(
            "tend.test.broker",
            () -> {
              var broker = start();
              Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
              return broker.bootstrapServers();
            });
    return new RealBroker(address, () -> {});
  }

  /** A broker of the caller's own, who closes it; for tests that take it away. */
  public static RealBroker start() {
    return start(Parts.chosen());
  }

  static RealBroker start(Parts parts) {
    return withTopics(
        switch (parts) {
          case DOCKER -> container();
          case EMBEDDED -> embedded(0);
        });
  }

  /**
   * A broker of the caller's own on this port, always embedded and always empty: for a test in
   * which the broker goes away and comes back.
   */
  public static RealBroker start(int port) {
    return withTopics(embedded(port));
  }

  private static RealBroker withTopics(RealBroker broker) {
    try (var admin = broker.admin()) {
      TopicSettings.createMissing(admin, Topic.LOCAL_PARTITIONS, (short) 1);
      return broker;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      broker.close();
      throw new IllegalStateException("interrupted while the topics were created", interrupted);
    }
  }

  private static RealBroker container() {
    var container =
        new KafkaContainer(IMAGE).withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
    container.start();
    return new RealBroker(container.getBootstrapServers(), container::stop);
  }

  private static RealBroker embedded(int port) {
    Parts.quiet("kafka", "org.apache.kafka", "state.change.logger");
    var broker =
        new EmbeddedKafkaBroker()
            .withKafkaPort(port)
            .withAdditionalProperties(
                settings -> {
                  settings.setProperty("auto.create.topics.enable", "false");
                  settings.setProperty("group.initial.rebalance.delay.ms", "0");
                  settings.setProperty("offsets.topic.num.partitions", "4");
                  settings.setProperty("transaction.state.log.num.partitions", "4");
                })
            .withDeleteLogDirsOnClose(true)
            .start();
    return new RealBroker(address(broker), broker::close);
  }

  private static String address(EmbeddedKafkaBroker broker) {
    var listener = broker.getAdvertisedListeners();
    return listener.substring(listener.indexOf("://") + "://".length());
  }

  /** What {@code kafka.bootstrap.servers} is to be. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** A client that administers this broker; the caller closes it. */
  public Admin admin() {
    return Admin.create(
        Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
  }

  /**
   * Returns when a group of consumers has committed all that the topic holds now, within a minute:
   * so that what other tests wrote does not arrive in the middle of this one's figures.
   */
  public void awaitConsumed(String group, Topic topic) {
    try (var admin = admin()) {
      var ends = ends(admin, topic);
      Awaitility.await(group + " has read " + topic.fullName())
          .atMost(Duration.ofMinutes(1))
          .until(() -> isConsumed(admin, group, ends));
    } catch (ExecutionException | InterruptedException failed) {
      throw new IllegalStateException("The broker did not say where its topics end", failed);
    }
  }

  private static Map<TopicPartition, Long> ends(Admin admin, Topic topic)
      throws ExecutionException, InterruptedException {
    var partitions =
        IntStream.range(0, Topic.LOCAL_PARTITIONS)
            .mapToObj(partition -> new TopicPartition(topic.fullName(), partition))
            .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
    return admin.listOffsets(partitions).all().get().entrySet().stream()
        .filter(end -> end.getValue().offset() > 0)
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  private static boolean isConsumed(Admin admin, String group, Map<TopicPartition, Long> ends)
      throws ExecutionException, InterruptedException {
    var committed = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    return ends.entrySet().stream()
        .allMatch(
            end -> {
              var offset = committed.get(end.getKey());
              return offset != null && offset.offset() >= end.getValue();
            });
  }

  /** Stops the broker and forgets what it kept; does nothing to the shared one. */
  @Override
  public void close() {
    stop.run();
  }
}
