package dev.tend.notify.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A stranger's text in a mail of ours: one line, no link, no sign that hides or reorders. */
public final class FromOutsideFuzz {
  private static final int LONGEST = 200;

  private FromOutsideFuzz() {}

  /** Any text. */
  public static void fuzzerTestOneInput(byte[] input) {
    var line = FromOutside.line(new String(input, UTF_8), "[link]", LONGEST);
    if (line.length() > LONGEST) {
      throw new AssertionError("longer than asked for");
    }
    if (line.contains("://") && line.matches("(?s).*\\bhttps?://\\S.*")) {
      throw new AssertionError("a link is left");
    }
    if (line.codePoints().anyMatch(FromOutsideFuzz::isForbidden)) {
      throw new AssertionError("a control character is left");
    }
  }

  private static boolean isForbidden(int letter) {
    return Character.isISOControl(letter) || letter == 0x202E || letter == 0x2066;
  }
}
