package dev.tend.notify.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.doors.ProblemException;

/** The parameter {@code page} of a list: a cursor that says the same again, or a problem. */
public final class CursorFuzz {
  private CursorFuzz() {}

  /** Any text. */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      var cursor = Cursor.of(new String(input, UTF_8));
      if (!Cursor.of(cursor.text()).equals(cursor)) {
        throw new AssertionError("Read again it is another place in the list");
      }
    } catch (ProblemException refused) {
      if (refused.problem().status() != 400) {
        throw new AssertionError("refused as something else than bad input", refused);
      }
    }
  }
}
