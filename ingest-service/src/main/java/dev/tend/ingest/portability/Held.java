package dev.tend.ingest.portability;

import java.time.Duration;
import java.time.Instant;

/**
 * An invitation of which the changelog told, and whose inviter is still an urn. It waits for a
 * snapshot that names them; its note waits at LinkedIn.
 *
 * @param change the change that told of it
 * @param id as the changelog names the invitation
 * @param inviter such as {@code urn:li:person:abc123}
 * @param since when it began to wait
 */
record Held(long change, String id, String inviter, Instant sentAt, Instant since) {
  /** As many as fit what a source may remember, with the longest names. */
  static final int MOST = 30;

  /** The export tells the minute, the changelog the millisecond, of the same clock. */
  private static final Duration SAME = Duration.ofMinutes(1);

  /** Whether a row of the snapshot that was sent then is this invitation. */
  boolean isOf(Instant rowSentAt) {
    return Duration.between(rowSentAt, sentAt).abs().compareTo(SAME) <= 0;
  }

  @Override
  public String toString() {
    return "Held[redacted]";
  }
}
