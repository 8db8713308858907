package dev.tend.ingest.poll;

import java.time.Duration;
import java.util.Optional;

/** A source cannot be read now. Nothing is lost by trying again later. */
public final class SourceAwayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<Duration> retryAfter;

  /**
   * The pause before the next try is ours to choose.
   *
   * @param why goes to the log: without personal data
   */
  public SourceAwayException(String why) {
    this(why, Optional.empty());
  }

  /**
   * The source itself said when to come back.
   *
   * @param why goes to the log: without personal data
   */
  public SourceAwayException(String why, Duration retryAfter) {
    this(why, Optional.of(retryAfter));
  }

  private SourceAwayException(String why, Optional<Duration> retryAfter) {
    super(why, null, false, false);
    this.retryAfter = retryAfter;
  }

  Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
