package dev.tend.events;

import org.jspecify.annotations.Nullable;

/** The one rule that all dated entries of a profile share. */
final class Period {
  private Period() {}

  static void check(@Nullable PartialDate from, @Nullable PartialDate to) {
    if (from != null && to != null && to.latest().isBefore(from.earliest())) {
      throw new RefusedException("to", "is before from");
    }
  }
}
