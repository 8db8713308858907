package dev.tend.ingest.invitations;

import java.time.Instant;

/** A body at the door of invitations, in each form: it is refused whole, or item by item. */
public final class FormFuzz {
  private static final Instant NOW = Instant.parse("2026-02-10T08:00:00Z");
  private static final int MOST_ITEMS = 50;

  private FormFuzz() {}

  /** The body. */
  public static void fuzzerTestOneInput(byte[] input) {
    for (var form : Form.values()) {
      var batch = new Batch(NOW, MOST_ITEMS);
      var whole = form.read(input, batch);
      if (batch.size() > MOST_ITEMS + 1) {
        throw new AssertionError(form + " is read beyond its bound");
      }
      if (batch.good().size() + batch.refused().size() != batch.size()) {
        throw new AssertionError(form + " loses an item");
      }
      if (whole.filter(refusal -> refusal.reason().isBlank()).isPresent()
          || batch.refused().stream().anyMatch(item -> item.reason().isBlank())) {
        throw new AssertionError(form + " refuses without a reason");
      }
    }
  }
}
