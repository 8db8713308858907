package dev.tend.ingest.text;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decodes the HTML entities that exports and mails hold; others stay as they are. */
public final class Entities {
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));");

  private static final Map<String, String> NAMED =
      Map.of(
          "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "ndash", "–",
          "mdash", "—", "hellip", "…", "middot", "·");

  private Entities() {}

  public static String decoded(String text) {
    return text.indexOf('&') < 0
        ? text
        : ENTITY
            .matcher(text)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        entity(found.group(), found.group(1), found.group(2), found.group(3))));
  }

  private static String entity(
      String whole, @Nullable String decimal, @Nullable String hex, @Nullable String name) {
    if (name != null) {
      return NAMED.getOrDefault(name, whole);
    }
    int point =
        decimal != null ? Integer.parseInt(decimal) : Integer.parseInt(hex == null ? "0" : hex, 16);
    boolean character =
        Character.isValidCodePoint(point) && !(point >= 0xD800 && point <= 0xDFFF) && point != 0;
    return character ? Character.toString(point) : whole;
  }
}
