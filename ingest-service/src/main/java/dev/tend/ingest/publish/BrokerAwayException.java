package dev.tend.ingest.publish;

/**
 * The broker did not acknowledge in time, or has not yet told what must be known first. Trying
 * again later is harmless.
 */
public final class BrokerAwayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  /** With what the caller is told. */
  public BrokerAwayException(String sentence) {
    super(sentence, null, false, false);
    this.sentence = sentence;
  }

  /** What the caller is told. */
  public String sentence() {
    return sentence;
  }
}
