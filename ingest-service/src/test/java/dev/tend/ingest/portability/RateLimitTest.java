package dev.tend.ingest.portability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private static final Instant NOON = Instant.parse("2026-02-09T12:00:00Z");

  @Test
  void secondsAndDatesAreUnderstood() {
    assertThat(RateLimit.retryAfter("90", NOON)).contains(NOON.plusSeconds(90));
    assertThat(RateLimit.retryAfter("Mon, 9 Feb 2026 12:05:00 GMT", NOON))
        .contains(NOON.plusSeconds(300));
  }

  @Test
  void nobodyIsKeptAwayForMoreThanADay() {
    assertThat(RateLimit.retryAfter("999999999", NOON)).contains(NOON.plus(Duration.ofDays(1)));
  }

  @Test
  void whatIsNeitherIsPassedOver() {
    assertThat(RateLimit.retryAfter("soon", NOON)).isEmpty();
    assertThat(RateLimit.retryAfter("-1", NOON)).isEmpty();
    assertThat(RateLimit.retryAfter("", NOON)).isEmpty();
  }

  @Test
  void eachPauseIsTwiceAsLongUpToAnHour() {
    long seed = 42;
    var random = new Random(seed);
    var pause = Pause.NONE;
    for (int i = 0; i < 12; i++) {
      pause = pause.longer(NOON, random);
      var least = Duration.ofSeconds(Math.min(3_600, 30L << Math.min(i, 7)));
      var length = Duration.between(NOON, pause.until());
      assertThat(length)
          .as("failure %d, seed %d", i, seed)
          .isBetween(least, least.multipliedBy(5).dividedBy(4));
    }
  }
}
