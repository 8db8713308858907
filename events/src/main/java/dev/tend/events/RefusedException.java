package dev.tend.events;

/**
 * Thrown by the constructor of a record whose components do not hold together. {@link Codec} turns
 * it into a {@link Refusal} with the full path, so callers that decode input never see it.
 */
public final class RefusedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String reason;

  public RefusedException(String field, String reason) {
    super(field + " " + reason);
    this.field = field;
    this.reason = reason;
  }

  /** The refusal, its field relative to the record that threw it. */
  public Refusal refusal() {
    return new Refusal(field, reason);
  }
}
