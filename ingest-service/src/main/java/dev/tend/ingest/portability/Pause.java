package dev.tend.ingest.portability;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When LinkedIn may be asked again about a member. It is remembered, so that a restart does not ask
 * too early.
 *
 * @param until null when at once
 * @param failures in a row
 */
record Pause(@Nullable Instant until, int failures) {
  static final Pause NONE = new Pause(null, 0);

  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);

  /** After one more failure: twice as long each time, up to an hour, and a quarter by chance. */
  Pause longer(Instant now, RandomGenerator random) {
    var pause = FIRST.multipliedBy(1L << Math.min(failures, 7));
    var bounded = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    var chance = Duration.ofMillis(random.nextLong(bounded.toMillis() / 4));
    return new Pause(now.plus(bounded).plus(chance), failures + 1);
  }

  /** Until LinkedIn's own word, and a few seconds more, so that not all members come at once. */
  Pause until(Instant said, RandomGenerator random) {
    return new Pause(said.plusMillis(random.nextLong(5_000)), failures + 1);
  }
}
