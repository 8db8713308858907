package dev.tend.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-08T14:37:00Z",
        "2026-02-08T14:37:00.1Z",
        "2026-02-08T14:37:00.123456789Z",
        "0001-01-01T00:00:00Z",
        "1969-12-31T23:59:59.5Z",
        "2024-02-29T23:59:59Z",
        "2026-02-08T24:00:00Z",
        "2026-02-08T14:37:00+02:00",
        "2026-02-08t14:37:00z",
        "2026-02-08T14:37:00.Z"
      })
  void readsWhatTheJdkReads(String text) {
    assertThat(Times.instant(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2026-02-30T14:37:00Z",
        "2026-13-08T14:37:00Z",
        "2026-02-08T14:37:00",
        "2026-02-08T14:37Z",
        "2026-02-08T25:00:00Z",
        "2026-02-08T14:37:00.1234567890Z",
        "2026-02-08 14:37:00Z",
        "٢٠٢٦-02-08T14:37:00Z"
      })
  void refusesWhatTheJdkRefuses(String text) {
    assertThatThrownBy(() -> Instant.parse(text)).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> Times.instant(text)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void readsWhateverAnInstantWritesOfItself() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      var time =
          Instant.ofEpochSecond(
              random.nextLong(-62_135_596_800L, 253_402_300_799L), random.nextInt(1_000_000_000));
      assertThat(Times.instant(time.toString())).as("seed %d", seed).isEqualTo(time);
    }
  }
}
