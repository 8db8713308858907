package dev.tend.ingest.view;

import dev.tend.events.Topic;
import dev.tend.ingest.publish.BrokerAwayException;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Starts and stops the views of this service. Thread-safe. */
@ApplicationScoped
public class Views {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Map<String, Object> connection;
  private final List<View> views = new CopyOnWriteArrayList<>();

  Views(@Identifier("default-kafka-broker") Map<String, Object> connection) {
    this.connection = connection;
  }

  /**
   * Follows a topic from its first record on. After a failure it starts again from the first
   * record, so the reader sees records more than once and must not mind.
   */
  public View follow(Topic topic, Consumer<ConsumerRecord<String, byte[]>> reader) {
    var view = new View(topic, this::consumer, reader);
    views.add(view);
    view.start();
    return view;
  }

  /**
   * Reads a topic once, from its first record to where it ends now. A key may come several times,
   * the last one holds.
   *
   * @throws BrokerAwayException when the broker does not answer
   */
  public void readThrough(Topic topic, Consumer<ConsumerRecord<String, byte[]>> reader) {
    try (var consumer = consumer()) {
      var partitions = View.partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (!View.reached(consumer, ends)) {
        consumer.poll(PATIENCE).forEach(reader);
      }
    } catch (KafkaException away) {
      throw new BrokerAwayException(topic.fullName() + " cannot be read. Try again soon.");
    }
  }

  /** The topics that are not yet read to where they ended when this service started. */
  List<Topic> behind() {
    return views.stream().filter(view -> !view.caughtUp()).map(View::topic).toList();
  }

  void stop(@Observes @Priority(Interceptor.Priority.APPLICATION) ShutdownEvent stopping) {
    views.forEach(View::close);
  }

  private KafkaConsumer<String, byte[]> consumer() {
    var settings = new HashMap<String, Object>(connection);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
