package dev.tend.ingest.crm;

import dev.tend.events.RefusedException;

/** Cards: they are refused, or read within their bound, and each says what it lacks. */
public final class VCardFileFuzz {
  private static final int MOST = 100;

  private VCardFileFuzz() {}

  /** The file. */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      Entries.require(VCardFile.read(input, MOST), MOST);
    } catch (RefusedException refused) {
      Entries.requireReason(refused);
    }
  }
}
