package dev.tend.ingest.archive;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names of months in the languages of LinkedIn's own pages, as Java's locale data (CLDR) has
 * them, long and short. They follow the language of the account.
 */
final class MonthNames {
  private static final List<Locale> LANGUAGES =
      Stream.of(
              "en", "de", "fr", "es", "it", "pt", "nl", "da", "sv", "nb", "fi", "pl", "cs", "ro",
              "hu", "tr", "ru", "uk", "el", "id", "ms")
          .map(Locale::of)
          .toList();

  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{3,}\\.?");
  private static final Pattern OF = Pattern.compile("(?i)\\bde[l]?\\s+");
  private static final Map<String, String> ENGLISH = names();

  private MonthNames() {}

  /** The text with every month in English, in three letters, and without "de" before it. */
  static String inEnglish(String text) {
    if (text.chars().noneMatch(Character::isLetter)) {
      return text;
    }
    return WORD.matcher(OF.matcher(text).replaceAll(""))
        .replaceAll(
            word ->
                Matcher.quoteReplacement(ENGLISH.getOrDefault(folded(word.group()), word.group())));
  }

  private static String folded(String word) {
    var apart = Normalizer.normalize(word, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    return MARKS.matcher(apart.replace(".", "")).replaceAll("");
  }

  /** A word that means one month here and another one there means none, unless it is English. */
  private static Map<String, String> names() {
    var names = new HashMap<String, String>();
    var doubtful = new HashSet<String>();
    for (var language : LANGUAGES) {
      for (var month : Month.values()) {
        var english = month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        for (var style : STYLES) {
          var word = folded(month.getDisplayName(style, language));
          var before = names.putIfAbsent(word, english.substring(0, 3));
          if (before != null && !english.startsWith(before) && !isEnglish(word)) {
            doubtful.add(word);
          }
        }
      }
    }
    names.put("sept", "Sep");
    names.keySet().removeAll(doubtful);
    for (var day : DayOfWeek.values()) {
      names.remove(folded(day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)));
    }
    return Map.copyOf(names);
  }

  private static boolean isEnglish(String word) {
    return Stream.of(Month.values())
        .anyMatch(
            month ->
                folded(month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)).equals(word)
                    || folded(month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
                        .startsWith(word));
  }
}
