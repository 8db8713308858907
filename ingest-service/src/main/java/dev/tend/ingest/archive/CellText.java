package dev.tend.ingest.archive;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The text of a cell as it was meant: HTML entities decoded, odd spaces made plain. An export mixes
 * all of them.
 */
final class CellText {
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));");

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
  private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

  private static final Map<String, String> NAMED =
      Map.of(
          "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "ndash", "–",
          "mdash", "—", "hellip", "…", "middot", "·");

  private CellText() {}

  /** One line, its words apart by single spaces. */
  static String line(String cell) {
    return SPACE.matcher(decoded(cell)).replaceAll(" ").strip();
  }

  /** A text whose line breaks stay. */
  static String prose(String cell) {
    var breaks = LINE_END.matcher(decoded(cell)).replaceAll("\n");
    return CONTROL.matcher(breaks).replaceAll("").strip();
  }

  private static String decoded(String cell) {
    return cell.indexOf('&') < 0
        ? cell
        : ENTITY
            .matcher(cell)
            .replaceAll(
                found ->
                    java.util.regex.Matcher.quoteReplacement(
                        entity(found.group(), found.group(1), found.group(2), found.group(3))));
  }

  private static String entity(String whole, String decimal, String hex, String name) {
    if (name != null) {
      return NAMED.getOrDefault(name, whole);
    }
    int point = decimal != null ? Integer.parseInt(decimal) : Integer.parseInt(hex, 16);
    boolean character =
        Character.isValidCodePoint(point) && !(point >= 0xD800 && point <= 0xDFFF) && point != 0;
    return character ? Character.toString(point) : whole;
  }
}
