package dev.tend.scoring.topology;

import java.time.Duration;

/** Until when something may take. */
public final class Deadline {
  private final long end;

  private Deadline(Duration time) {
    this.end = System.nanoTime() + time.toNanos();
  }

  /** So much time from now on. */
  public static Deadline in(Duration time) {
    return new Deadline(time);
  }

  boolean isOver() {
    return System.nanoTime() - end >= 0;
  }
}
