package dev.tend.scoring.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When two names mean the same school. Names are equal when their keys are: folded, the word
 * "university" in one language, places under their English name, joining words left out, and put
 * right by a table of facts ({@code schools.txt}: U of T is the University of Toronto). The order
 * of the words stays, because York University is not the University of York, and every word counts,
 * because Cornell College is not Cornell University.
 */
public final class Schools {
  private static final Map<String, String> ONE_WORD =
      Map.ofEntries(
          Map.entry("universite", "university"),
          Map.entry("universitat", "university"),
          Map.entry("universitaet", "university"),
          Map.entry("universidad", "university"),
          Map.entry("universidade", "university"),
          Map.entry("universita", "university"),
          Map.entry("universiteit", "university"),
          Map.entry("univ", "university"),
          Map.entry("uni", "university"),
          Map.entry("institut", "institute"),
          Map.entry("instituto", "institute"),
          Map.entry("istituto", "institute"),
          Map.entry("technische", "technical"),
          Map.entry("technique", "technical"),
          Map.entry("tecnica", "technical"),
          Map.entry("munchen", "munich"),
          Map.entry("koln", "cologne"),
          Map.entry("wien", "vienna"),
          Map.entry("geneve", "geneva"),
          Map.entry("genf", "geneva"),
          Map.entry("roma", "rome"),
          Map.entry("milano", "milan"),
          Map.entry("torino", "turin"),
          Map.entry("lisboa", "lisbon"),
          Map.entry("sevilla", "seville"),
          Map.entry("bruxelles", "brussels"),
          Map.entry("brussel", "brussels"),
          Map.entry("praha", "prague"),
          Map.entry("warszawa", "warsaw"),
          Map.entry("kobenhavn", "copenhagen"));

  private static final Set<String> JOINING =
      Set.of(
          "of", "the", "de", "du", "des", "da", "do", "di", "der", "die", "la", "le", "at", "in",
          "l", "d", "zu");

  /** Behind a university's name these begin the name of a part of it. */
  private static final Set<String> PARTS =
      Set.of(
          "faculty",
          "school",
          "department",
          "dept",
          "college",
          "division",
          "institute",
          "centre",
          "center",
          "faculte",
          "fakultat",
          "facultad",
          "faculdade",
          "continuing",
          "executive",
          "mba");

  private static final Set<String> NO_SCHOOLS =
      Set.of(
          "school life",
          "university life",
          "school hard knocks",
          "university hard knocks",
          "self taught",
          "high school",
          "secondary school",
          "university",
          "college",
          "school",
          "online",
          "none",
          "n a",
          "various",
          "home school",
          "homeschool",
          "autodidacte",
          "gymnasium",
          "lycee",
          "coursera",
          "udemy",
          "linkedin learning",
          "linkedin");

  private static final Map<String, List<String>> SPELLED = new HashMap<>();
  private static final Map<String, String> KNOWN = known();
  private static final Remembered<List<List<String>>> SPELLINGS =
      new Remembered<>(10_000, Schools::spelled);
  private static final Remembered<String> KEYS = new Remembered<>(10_000, Schools::read);

  private Schools() {}

  /** Whether both names mean the same school; false when either is none. */
  public static boolean same(String one, String other) {
    var key = key(one);
    return !key.isEmpty() && key.equals(key(other));
  }

  /** What a name is compared by; empty for what is no school in particular. */
  public static String key(String name) {
    return KEYS.of(name);
  }

  /** The ways in which a text may mention a school, as folded words. */
  static List<List<String>> spellings(String name) {
    return SPELLINGS.of(name);
  }

  private static List<List<String>> spelled(String name) {
    var key = key(name);
    if (key.isEmpty()) {
      return List.of();
    }
    var spellings = new LinkedHashSet<List<String>>();
    SPELLED.getOrDefault(key, List.of()).forEach(form -> spellings.add(foldedWords(form)));
    spellings.add(foldedWords(name));
    return List.copyOf(spellings);
  }

  private static List<String> foldedWords(String text) {
    return Words.of(text).stream().map(Words.Word::folded).toList();
  }

  private static String read(String name) {
    var whole = plain(name);
    if (NO_SCHOOLS.contains(whole)) {
      return "";
    }
    var known = KNOWN.get(whole);
    if (known != null) {
      return known;
    }
    for (int at = 0; at < name.length(); at++) {
      if (separates(name, at)) {
        var head = plain(name.substring(0, at));
        var tail = plain(name.substring(at + 1));
        var part = KNOWN.get(tail);
        var headKnown = KNOWN.getOrDefault(head, head);
        if (part != null && part.equals(headKnown)) {
          return part;
        }
        boolean tailIsPart =
            Words.of(tail).stream().anyMatch(word -> PARTS.contains(word.folded()));
        boolean headIsSchool = KNOWN.containsKey(head) || head.contains("university");
        boolean tailIsAcronym =
            tail.length() <= 6 && !tail.contains(" ") && KNOWN.containsKey(tail);
        if (headIsSchool && (tailIsPart || tailIsAcronym || isInParentheses(name, at))) {
          return headKnown;
        }
      }
    }
    return whole;
  }

  private static boolean separates(String name, int at) {
    char c = name.charAt(at);
    return c == ','
        || c == '('
        || c == '|'
        || c == '–'
        || c == '/'
        || (c == '-' && spaced(name, at));
  }

  private static boolean spaced(String name, int at) {
    return at > 0 && name.charAt(at - 1) == ' ';
  }

  /** "University of Toronto (UTSC)": the parentheses name a part, or repeat the whole. */
  private static boolean isInParentheses(String name, int at) {
    return name.charAt(at) == '(';
  }

  private static String plain(String name) {
    var parts = new ArrayList<String>();
    for (var word : NameWords.of(name)) {
      if (!JOINING.contains(word)) {
        parts.add(ONE_WORD.getOrDefault(word, word));
      }
    }
    return String.join(" ", parts.isEmpty() ? NameWords.of(name) : parts);
  }

  private static Map<String, String> known() {
    var known = new HashMap<String, String>();
    Table.read(
        "schools.txt",
        (name, names) -> {
          var key = plain(name);
          SPELLED.put(key, names);
          for (String other : names) {
            var before = known.put(plain(other), key);
            if (before != null && !before.equals(key)) {
              throw new IllegalStateException("schools.txt gives a name to two schools: " + other);
            }
          }
        });
    return Map.copyOf(known);
  }
}
