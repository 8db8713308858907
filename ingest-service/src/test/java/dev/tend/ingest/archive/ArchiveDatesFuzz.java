package dev.tend.ingest.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.PartialDate;
import java.time.ZoneId;

/** A date of an export, in whatever shape: each reader knows it, or does not. */
public final class ArchiveDatesFuzz {
  private static final ZoneId ZONE = ZoneId.of("America/Toronto");

  private ArchiveDatesFuzz() {}

  /** A cell. */
  public static void fuzzerTestOneInput(byte[] input) {
    var text = new String(input, UTF_8);
    var _ = ArchiveDates.instant(text, ZONE);
    var _ = ArchiveDates.day(text);
    var month = ArchiveDates.month(text);
    if (!month.map(PartialDate::toString).map(PartialDate::of).equals(month)) {
      throw new AssertionError("Written and read again it is another month");
    }
  }
}
