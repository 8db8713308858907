package dev.tend.events.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Topic;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicSettingsTest {

  @Test
  void keepsTheLastOfEachMemberForEver() {
    assertThat(TopicSettings.of(Topic.MEMBERS))
        .isEqualTo(
            Map.of(
                "cleanup.policy", "compact",
                "max.compaction.lag.ms", Long.toString(Duration.ofDays(1).toMillis()),
                "max.message.bytes", "1114112"));
  }

  @Test
  void keepsInvitationsForAYear() {
    assertThat(TopicSettings.of(Topic.INVITATIONS))
        .isEqualTo(
            Map.of(
                "cleanup.policy", "delete",
                "retention.ms", Long.toString(Duration.ofDays(365).toMillis()),
                "max.message.bytes", "1114112"));
  }

  @ParameterizedTest
  @EnumSource
  void speaksKafkasNames(Topic topic) throws IllegalAccessException {
    var known = new HashSet<Object>();
    for (var field : TopicConfig.class.getFields()) {
      known.add(field.get(null));
    }
    assertThat(known).containsAll(TopicSettings.of(topic).keySet());
  }

  @Test
  void leavesRoomForTheLargestRecordInADeadLetter() {
    int inBase64 = (TopicSettings.LARGEST_RECORD_BYTES + 65_536) / 3 * 4;

    assertThat(Integer.parseInt(TopicSettings.of(Topic.DEAD_LETTERS).get("max.message.bytes")))
        .isGreaterThan(2 * inBase64);
  }

  @Test
  void namesAllTopics() {
    assertThat(TopicSettings.names())
        .hasSize(12)
        .contains("tend.dead-letters")
        .doesNotHaveDuplicates();
  }
}
