package dev.tend.local.demo;

import java.time.Duration;
import java.util.Optional;

/** Looks again and again, for so long and no longer. */
record Patience(Duration longest) {
  private static final Duration BETWEEN = Duration.ofMillis(250);

  /** Somebody looks for something. */
  interface Look<T> {
    Optional<T> look() throws StoryBrokenException, InterruptedException;
  }

  /** What was found in time; empty when patience ran out. */
  <T> Optional<T> until(Look<T> look) throws StoryBrokenException, InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (true) {
      var found = look.look();
      if (found.isPresent() || System.nanoTime() - end > 0) {
        return found;
      }
      Thread.sleep(BETWEEN);
    }
  }
}
