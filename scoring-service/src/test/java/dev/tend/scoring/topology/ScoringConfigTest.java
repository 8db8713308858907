package dev.tend.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoringConfigTest {
  @Test
  void hasDefaultsForOneMachine() {
    var config = config(Map.of());

    assertThat(config.stateDir()).isEqualTo(Path.of("data/scoring"));
    assertThat(config.instance()).isEqualTo("one");
    assertThat(config.threads()).isEqualTo(2);
    assertThat(config.standbyReplicas()).isZero();
    assertThat(config.replicationFactor()).isEqualTo(1);
    assertThat(config.policyFile()).isEmpty();
    assertThat(config.answerWithin()).isEqualTo(Duration.ofDays(14));
    assertThat(config.sweepEvery()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.sweepSteps()).isEqualTo(2000);
    assertThat(config.failuresPerMinute()).isEqualTo(10);
  }

  @Test
  void everyKeyIsHeard() {
    var config =
        config(
            Map.of(
                "tend.scoring.state-dir", "/var/lib/tend",
                "tend.scoring.instance", "scoring-2",
                "tend.scoring.threads", "4",
                "tend.scoring.standby-replicas", "1",
                "tend.scoring.replication-factor", "3",
                "tend.scoring.policy-file", "/etc/tend/policy.yaml",
                "tend.scoring.answer-within", "21d",
                "tend.scoring.sweep-every", "1m",
                "tend.scoring.sweep-steps", "50",
                "tend.scoring.failures-per-minute", "3"));

    assertThat(config.stateDir()).isEqualTo(Path.of("/var/lib/tend"));
    assertThat(config.instance()).isEqualTo("scoring-2");
    assertThat(config.threads()).isEqualTo(4);
    assertThat(config.standbyReplicas()).isEqualTo(1);
    assertThat(config.replicationFactor()).isEqualTo(3);
    assertThat(config.policyFile()).hasValue(Path.of("/etc/tend/policy.yaml"));
    assertThat(config.answerWithin()).isEqualTo(Duration.ofDays(21));
    assertThat(config.sweepEvery()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.sweepSteps()).isEqualTo(50);
    assertThat(config.failuresPerMinute()).isEqualTo(3);
  }

  @Test
  void aKeyThatNobodyKnowsIsRefused() {
    assertThatThrownBy(() -> config(Map.of("tend.scoring.treads", "4")))
        .hasMessageContaining("tend.scoring.treads");
  }

  private static ScoringConfig config(Map<String, String> given) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withSources(new PropertiesConfigSource(given, "the test", 100))
        .withConverter(Duration.class, 200, new DurationConverter())
        .withMapping(ScoringConfig.class)
        .build()
        .getConfigMapping(ScoringConfig.class);
  }
}
