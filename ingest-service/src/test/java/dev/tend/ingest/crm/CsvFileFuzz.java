package dev.tend.ingest.crm;

import dev.tend.events.RefusedException;
import java.util.Map;

/** CSV of a CRM: it is refused, or read within its bound, and each row says what it lacks. */
public final class CsvFileFuzz {
  private static final int MOST = 100;
  private static final Columns ANY = new Columns(Map.of());

  private CsvFileFuzz() {}

  /** The file. */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      Entries.require(CsvFile.read(input, ANY, MOST), MOST);
    } catch (RefusedException refused) {
      Entries.requireReason(refused);
    }
  }
}
