package dev.tend.ingest.poll;

import java.time.Duration;

/** One thing that is read by asking again and again, such as a mailbox. */
public interface PolledSource {

  /** Kind and name, such as {@code mailbox/invitations}; the same for ever. */
  String name();

  /**
   * Reads what is new since {@link Turn#recall the position} and {@link Turn#commit commits} it, in
   * as many steps as it likes. Called by one thread of its own, and never at two places at once:
   * when this instance is no longer the one to read, the thread is interrupted, and commits fail.
   *
   * <p>It may wait for news to come. What it throws is logged, and it is called again after a pause
   * that grows with each failure; only what was not committed is then read again.
   *
   * @return how long to rest before the next turn
   * @throws SourceAwayException when the source cannot be read now
   */
  Duration poll(Turn turn) throws InterruptedException;
}
