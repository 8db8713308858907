package dev.tend.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErasureTest {
  private static final Instant NOW = Instant.parse("2026-02-09T14:37:00Z");
  private static final String SALT = "9f2c4a7be0d15836a4c1f7d20b9e6835";

  @Test
  void isRecognisedByWhoeverKnowsThePerson() {
    var erasure = Erasure.of("r1", Erasure.Kind.PERSON, "in/jane-doe", SALT, 4, NOW);

    assertThat(erasure.isOf("in/jane-doe")).isTrue();
    assertThat(erasure.isOf("in/jane-do")).isFalse();
    assertThat(erasure.people()).accepts("in/jane-doe").rejects("in/john-doe");
    assertThat(erasure.members()).rejects("in/jane-doe", "amy.chen");
  }

  @Test
  void namesNobody() {
    var erasure = Erasure.of("r1", Erasure.Kind.PERSON, "in/jane-doe", SALT, 4, NOW);

    assertThat(new String(Codec.TOPIC.write(erasure), java.nio.charset.StandardCharsets.UTF_8))
        .doesNotContain("jane");
    assertThat(erasure.toString()).doesNotContain("jane");
  }

  @Test
  void canBeCheckedWithAShell() {
    // printf %s "9f2c4a7be0d15836a4c1f7d20b9e6835/in/jane-doe" | sha256sum
    assertThat(Erasure.of("r1", Erasure.Kind.PERSON, "in/jane-doe", SALT, 4, NOW).fingerprint())
        .isEqualTo("f3bbba8217a6ee66bf917e37d1ebb3e6f69f584feb3ac1a7319d5c0a9ef22eb3");
  }

  @Test
  void twoOfTheSamePersonLookDifferent() {
    var one = Erasure.of("r1", Erasure.Kind.PERSON, "in/jane-doe", SALT, 4, NOW);
    var other = Erasure.of("r2", Erasure.Kind.PERSON, "in/jane-doe", "00ff", 4, NOW);

    assertThat(one.fingerprint()).isNotEqualTo(other.fingerprint());
  }

  @Test
  void whatWasNotThereIsNotCounted() {
    var erased = new Erased("r1", "notify-service", "database", 1, Map.of("a", 0, "b", 2), NOW);

    assertThat(erased.removed()).containsExactly(Map.entry("b", 2));
    assertThat(erased.key()).isEqualTo("r1|notify-service/database");
  }
}
