package dev.tend.testing.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.PartialDate;
import dev.tend.events.RefusedException;

/** A date of a history: it is refused, or says the same when it is read again. */
public final class PartialDateFuzz {
  private PartialDateFuzz() {}

  /** Any text. */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      var date = PartialDate.of(new String(input, UTF_8));
      if (!PartialDate.of(date.toString()).equals(date)) {
        throw new AssertionError("Read again it is another date");
      }
    } catch (RefusedException refused) {
      if (refused.refusal().reason().isBlank()) {
        throw new AssertionError("refused without a reason", refused);
      }
    }
  }
}
