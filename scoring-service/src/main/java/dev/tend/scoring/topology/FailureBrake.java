package dev.tend.scoring.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;

/**
 * Lets a few errors of our own pass and stops at many: one record that we fail at is a dead letter,
 * a topic full of them is a broken release that had better not go on. Shared by all threads.
 */
final class FailureBrake {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final int most;
  private final ArrayDeque<Instant> recent = new ArrayDeque<>();

  /**
   * A brake.
   *
   * @param most failures within a minute that are borne
   */
  FailureBrake(int most) {
    this.most = most;
  }

  /**
   * Counts one failure.
   *
   * @throws StoppedException when it is one too many
   */
  synchronized void failed(Instant now, RuntimeException failure) {
    while (!recent.isEmpty() && recent.peekFirst().isBefore(now.minus(WINDOW))) {
      recent.removeFirst();
    }
    recent.addLast(now);
    if (recent.size() > most) {
      throw new StoppedException(
          "More than %d records failed within a minute; the stream stops before it buries a whole topic. Mend the cause, then start it again: nothing is lost."
              .formatted(most),
          failure);
    }
  }

  /** Too much went wrong to go on. */
  static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
