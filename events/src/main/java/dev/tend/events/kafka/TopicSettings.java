package dev.tend.events.kafka;

import dev.tend.events.Topic;
import java.time.Duration;
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

  /**
   * The largest dead letter: a largest record grows by a third in Base64, and its headers by up to
   * twice in JSON. Whoever writes dead letters sets {@code max.request.size} to this.
   */
  public static final int LARGEST_DEAD_LETTER_BYTES = 4 * LARGEST_RECORD_BYTES;

  /** Room for key, headers and the frame of a batch, beside the value. */
  private static final int ENVELOPE_BYTES = 65_536;

  /**
   * How long a compacted topic may keep what was overwritten or taken back; the broker's own
   * default is for ever. Its tombstone goes a day after it.
   */
  private static final Duration GONE_WITHIN = Duration.ofDays(1);

  private TopicSettings() {}

  /** The settings of one topic, under Kafka's names. */
  public static Map<String, String> of(Topic topic) {
    var settings = new HashMap<String, String>();
    settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(largest(topic)));
    topic
        .retention()
        .ifPresentOrElse(
            kept -> {
              settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
              settings.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(kept.toMillis()));
            },
            () -> {
              settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
              settings.put(
                  TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, Long.toString(GONE_WITHIN.toMillis()));
            });
    return Map.copyOf(settings);
  }

  private static int largest(Topic topic) {
    return ENVELOPE_BYTES
        + (topic == Topic.DEAD_LETTERS ? LARGEST_DEAD_LETTER_BYTES : LARGEST_RECORD_BYTES);
  }

  /**
   * Creates the topics that are not there yet, and leaves the others as they are. With three
   * replicas a write is acknowledged when two hold it, so that losing one broker loses nothing.
   */
  public static void createMissing(Admin admin, int partitions, short replicas)
      throws InterruptedException {
    var inSync = Integer.toString(Math.max(1, replicas - 1));
    var wanted =
        Arrays.stream(Topic.values())
            .map(
                topic -> {
                  var settings = new HashMap<>(of(topic));
                  settings.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, inSync);
                  return new NewTopic(topic.fullName(), partitions, replicas).configs(settings);
                })
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
