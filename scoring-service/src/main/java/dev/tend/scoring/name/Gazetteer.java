package dev.tend.scoring.name;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Knows places by their names in several languages: towns and provinces, and every country. */
final class Gazetteer {
  private static final int LONGEST = 4;

  /** "Greater Toronto Area", "Toronto office". */
  private static final Set<String> AROUND =
      Set.of("greater", "area", "metro", "metropolitan", "region", "city", "downtown", "and", "of");

  /** Provinces and states as they stand behind a town, in two letters. */
  private static final Set<String> SHORT =
      Set.of(
          "on", "qc", "bc", "ab", "mb", "sk", "ns", "nb", "nl", "pe", "ca", "ny", "nj", "tx", "fl",
          "il", "oh", "mi", "pa", "ma", "va", "nc", "ga", "wa", "or", "co", "az", "mn", "wi", "mo",
          "md", "ct", "tn", "in", "dc", "sp", "rj", "mg", "nsw", "vic", "qld", "uk", "us", "usa");

  private static final Map<String, String> PLACES = places();

  private Gazetteer() {}

  /** The English name of a place; empty when the words are none. */
  static String place(List<String> words) {
    var name = String.join(" ", words);
    var known = PLACES.get(name);
    return known != null ? known : Place.countryNamed(name).orElse("");
  }

  /** Whether a word is the short form of a province, a state or a country: "ON". */
  static boolean isShort(List<String> words) {
    return words.size() == 1 && SHORT.contains(words.getFirst());
  }

  /** Whether words name a country, as they stand. */
  static boolean isCountry(List<String> words) {
    var name = String.join(" ", words);
    return !PLACES.containsKey(name) && Place.countryNamed(name).isPresent();
  }

  /** How many words from one on name a place; 0 when none do. */
  static int length(List<String> words, int from) {
    for (int n = Math.min(LONGEST, words.size() - from); n > 0; n--) {
      if (!place(words.subList(from, from + n)).isEmpty()) {
        return n;
      }
    }
    return 0;
  }

  /** Whether words name a place and nothing else: "Toronto, ON, Canada". */
  static boolean isPlace(List<String> words) {
    boolean found = false;
    for (int at = 0; at < words.size(); ) {
      int length = length(words, at);
      if (length > 0) {
        found = true;
        at += length;
      } else if (AROUND.contains(words.get(at)) || (found && SHORT.contains(words.get(at)))) {
        at++;
      } else {
        return false;
      }
    }
    return found;
  }

  private static Map<String, String> places() {
    var known = new HashMap<String, String>();
    Table.read(
        "places.txt",
        (name, names) -> {
          for (var other : names) {
            var _ = known.put(Words.folded(other), Words.folded(name));
          }
        });
    return Map.copyOf(known);
  }
}
