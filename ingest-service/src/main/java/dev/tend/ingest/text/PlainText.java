package dev.tend.ingest.text;

import java.util.regex.Pattern;

/** Text without what no record takes: control characters, odd spaces, endless length. */
public final class PlainText {
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
  private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

  private PlainText() {}

  /** One line, its words apart by single spaces. */
  public static String line(String text) {
    return SPACE.matcher(text).replaceAll(" ").strip();
  }

  /** A text whose line breaks stay, as {@code \n}. */
  public static String prose(String text) {
    var breaks = LINE_END.matcher(text).replaceAll("\n");
    return CONTROL.matcher(breaks).replaceAll("").strip();
  }

  /** The text, or as much of it as {@code longest} allows without cutting a character in half. */
  public static String atMost(int longest, String text) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end);
  }
}
