package dev.tend.ingest.mailbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A file of mails: together they are no longer than the file, and each is within its bound. */
public final class MboxFuzz {
  private static final int LARGEST = 2_000;

  private MboxFuzz() {}

  /** The file. */
  public static void fuzzerTestOneInput(byte[] input) {
    var mbox = new Mbox(new ByteArrayInputStream(input), LARGEST);
    try {
      int all = 0;
      for (var found = mbox.next(); found.isPresent(); found = mbox.next()) {
        int length = found.get().bytes().length;
        all += length;
        if (length > LARGEST || all > input.length) {
          throw new AssertionError("longer than it may be");
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from memory", impossible);
    }
  }
}
