package dev.tend.events.kafka;

import dev.tend.events.Topic;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** How the topics are set up on a broker, and the step that sets them up. */
public final class TopicSettings {
  /** The largest record; the doors take no larger item. */
  public static final int LARGEST_RECORD_BYTES = 1_048_576;

  private TopicSettings() {}

  /** The settings of one topic, under Kafka's names. */
  public static Map<String, String> of(Topic topic) {
    var settings = new HashMap<String, String>();
    settings.put(
        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST_RECORD_BYTES + 65_536));
    topic
        .retention()
        .ifPresentOrElse(
            kept -> {
              settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
              settings.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(kept.toMillis()));
            },
            () ->
                settings.put(
                    TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    return Map.copyOf(settings);
  }

  /** Creates the topics that are not there yet, and leaves the others as they are. */
  public static void createMissing(Admin admin, int partitions, short replicas)
      throws InterruptedException {
    var wanted =
        Arrays.stream(Topic.values())
            .map(topic -> new NewTopic(topic.fullName(), partitions, replicas).configs(of(topic)))
            .toList();
    for (var created : admin.createTopics(wanted).values().values()) {
      try {
        created.get();
      } catch (ExecutionException failed) {
        if (!(failed.getCause() instanceof TopicExistsException)) {
          throw new IllegalStateException("The topics could not be created", failed.getCause());
        }
      }
    }
  }

  /** The names of all topics, as they are on the broker. */
  public static List<String> names() {
    return Arrays.stream(Topic.values()).map(Topic::fullName).toList();
  }
}
