package dev.tend.events;

import java.time.LocalDate;

/**
 * That a member and a person have written to each other, and when: never what.
 *
 * @param first the day of the first message
 * @param last the day of the last message
 * @param sent how many messages the member wrote
 * @param received how many messages the person wrote
 */
public record Correspondence(LocalDate first, LocalDate last, int sent, int received) {
  private static final int MOST = 1_000_000;

  public Correspondence {
    first = Checked.required("first", first);
    last = Checked.required("last", last);
    Checked.between("sent", sent, 0, MOST);
    Checked.between("received", received, 0, MOST);
    if (last.isBefore(first)) {
      throw new RefusedException("last", "must not be before first");
    }
    if (sent + received == 0) {
      throw new RefusedException("received", "must not be 0 when sent is");
    }
  }

  /** Whether both wrote. */
  public boolean bothWrote() {
    return sent > 0 && received > 0;
  }

  /** All messages together. */
  public int messages() {
    return sent + received;
  }

  @Override
  public String toString() {
    return "Correspondence[redacted]";
  }
}
