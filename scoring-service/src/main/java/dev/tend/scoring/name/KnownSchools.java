package dev.tend.scoring.name;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The schools of our tables, and the names that say too little: those that several schools bear and
 * those that mean none in particular.
 */
final class KnownSchools {
  private static final String AMBIGUOUS_FILE = "ambiguous-schools.txt";

  private static final Map<String, List<String>> SPELLED = new HashMap<>();
  private static final Map<String, String> KNOWN = known();
  private static final Set<String> NONE = Table.names("no-schools.txt", SchoolWords::plain);
  private static final Set<String> FLAGSHIPS =
      Table.names(AMBIGUOUS_FILE, "flagships", SchoolWords::plain);
  private static final Set<String> AMBIGUOUS = ambiguous();
  private static final Phrases<Boolean> COURSES =
      Phrases.all(true, List.copyOf(Table.names("course-sites.txt", name -> name)));

  private KnownSchools() {}

  /** The key of a school by its words; empty when the table has no such school. */
  static String key(List<String> words) {
    return KNOWN.getOrDefault(String.join(" ", words), "");
  }

  /** The names that the table gives a school. */
  static List<String> spelled(String key) {
    return SPELLED.getOrDefault(key, List.of());
  }

  /** Whether words stand for no school in particular: "High School". */
  static boolean isNone(List<String> words) {
    return NONE.contains(String.join(" ", words));
  }

  /** Whether several schools bear a name, none of them by far the most. */
  static boolean isAmbiguous(List<String> words) {
    return AMBIGUOUS.contains(String.join(" ", words));
  }

  /** Whether a place behind a name makes it another school. */
  static boolean hasSisters(List<String> words) {
    return FLAGSHIPS.contains(String.join(" ", words)) || isAmbiguous(words);
  }

  /** Whether a text names a site of courses for everybody. */
  static boolean isCourse(List<Words.Word> words) {
    return COURSES.occurIn(words);
  }

  private static Set<String> ambiguous() {
    var all = new HashSet<>(Table.names(AMBIGUOUS_FILE, SchoolWords::plain));
    all.removeAll(FLAGSHIPS);
    all.removeAll(KNOWN.keySet());
    return Set.copyOf(all);
  }

  private static Map<String, String> known() {
    var known = new HashMap<String, String>();
    Table.read(
        "schools.txt",
        (name, names) -> {
          var key = SchoolWords.plain(name);
          if (SPELLED.put(key, names) != null) {
            throw new IllegalStateException("schools.txt has a school twice: " + name);
          }
          for (var other : names) {
            var before = known.put(SchoolWords.plain(other), key);
            if (before != null && !before.equals(key)) {
              throw new IllegalStateException("schools.txt gives a name to two schools: " + other);
            }
          }
        });
    return Map.copyOf(known);
  }
}
