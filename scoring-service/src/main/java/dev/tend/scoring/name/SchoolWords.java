package dev.tend.scoring.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the name of a school in one form: folded, "university" and its like in one language,
 * places under their English name, joining words left out, "Universidad Nacional" as "National
 * University". The order of all other words stays, because York University is not the University of
 * York, and every word counts, because Cornell College is not Cornell University.
 */
final class SchoolWords {
  private static final String FILE = "school-words.txt";
  private static final Set<String> RULES =
      Set.of("SCHOOL", "PART", "NO PART", "ADJECTIVE", "DEGREE");

  private static final Set<String> JOINING =
      Set.of(
          "of", "the", "de", "du", "des", "da", "do", "di", "del", "degli", "der", "die", "la",
          "le", "at", "in", "l", "d", "zu", "from", "for", "fur", "van", "los");

  private static final Map<String, String> ONE_WORD = oneWord();
  private static final Set<String> ADJECTIVES = Table.names(FILE, "ADJECTIVE", Words::folded);
  private static final Set<String> PARTS = Table.names(FILE, "PART", Words::folded);
  private static final Set<String> NO_PARTS = Table.names(FILE, "NO PART", Words::folded);
  private static final Set<String> DEGREES = Table.names(FILE, "DEGREE", Words::folded);
  private static final Set<String> SCHOOLS = Table.names(FILE, "SCHOOL", Words::folded);

  private SchoolWords() {}

  /** The words of a name in that form. */
  static List<String> of(String name) {
    var words = NameWords.of(name);
    var plain = new ArrayList<String>(words.size());
    for (var word : words) {
      if (!JOINING.contains(word)) {
        plain.add(ONE_WORD.getOrDefault(word, word));
      }
    }
    return plain.isEmpty() ? words : inEnglishOrder(withEnglishPlaces(plain));
  }

  /** The name in that form, as one text. */
  static String plain(String name) {
    return String.join(" ", of(name));
  }

  /** Whether words name a school of some kind. */
  static boolean nameASchool(List<String> words) {
    return words.stream().anyMatch(SCHOOLS::contains);
  }

  /** Whether words name a faculty or the like, and not a school for children. */
  static boolean nameAPart(List<String> words) {
    return words.stream().anyMatch(PARTS::contains) && words.stream().noneMatch(NO_PARTS::contains);
  }

  /** Whether words name a school for children, which may bear its town's name. */
  static boolean nameASchoolForChildren(List<String> words) {
    return words.stream().anyMatch(NO_PARTS::contains);
  }

  /** Whether a word begins the name of a part. */
  static boolean isPart(String word) {
    return PARTS.contains(word);
  }

  /** Whether a word is a degree: MBA, B.Sc. */
  static boolean isDegree(String word) {
    return DEGREES.contains(word);
  }

  /** Whether a word may stand before "university" and belong to the name. */
  static boolean isAdjective(String word) {
    return ADJECTIVES.contains(word);
  }

  private static List<String> withEnglishPlaces(List<String> words) {
    var named = new ArrayList<String>(words.size());
    for (int at = 0; at < words.size(); ) {
      int length = Math.max(1, Gazetteer.length(words, at));
      var some = words.subList(at, at + length);
      var place = Gazetteer.isCountry(some) ? "" : Gazetteer.place(some);
      named.addAll(place.isEmpty() ? some : List.of(place.split(" ", -1)));
      at += length;
    }
    return named;
  }

  private static List<String> inEnglishOrder(List<String> words) {
    int university = words.indexOf("university");
    if (university < 0) {
      return words;
    }
    int end = university + 1;
    while (end < words.size() && ADJECTIVES.contains(words.get(end))) {
      end++;
    }
    if (end > university + 1) {
      words.add(end, "university");
      words.remove(university);
    }
    return words;
  }

  private static Map<String, String> oneWord() {
    var known = new HashMap<String, String>();
    Table.read(
        FILE,
        (word, names) -> {
          if (!RULES.contains(word)) {
            names.forEach(other -> known.put(Words.folded(other), word));
          }
        });
    return Map.copyOf(known);
  }
}
