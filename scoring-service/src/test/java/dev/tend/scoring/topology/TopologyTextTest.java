package dev.tend.scoring.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.scoring.policy.Judge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/topology.txt} against the code, so that a change of the stream is seen where it
 * is reviewed. After a change that is meant: {@code ./mvnw -pl scoring-service test
 * -Dtest=TopologyTextTest -Dtend.write.topology=true}.
 */
class TopologyTextTest {
  private static final Path TEXT = Path.of("..", "docs", "topology.txt");

  @Test
  void theTextIsTheTopologyThatRuns() throws IOException {
    var text = text();
    if (Boolean.getBoolean("tend.write.topology")) {
      Files.writeString(TEXT, text);
    }

    assertThat(Files.readString(TEXT))
        .as(
            "docs/topology.txt; if the change is meant: ./mvnw -pl scoring-service test -Dtest=TopologyTextTest -Dtend.write.topology=true")
        .isEqualTo(text);
  }

  @Test
  void everyOperatorHasAName() {
    assertThat(text()).doesNotContain("KSTREAM-").doesNotContain("STATE-STORE-0");
  }

  private static String text() {
    var steps =
        new Steps(
            new Judge(),
            Duration.ofDays(14),
            new Sweep(Duration.ofSeconds(1), 1000),
            new FailureBrake(10),
            new Measures(new SimpleMeterRegistry(), InstantSource.system()));
    return new ScoringTopology(steps, StateStores.onDisk()).build().describe().toString();
  }
}
