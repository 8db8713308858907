package dev.tend.scoring.signal;

import dev.tend.scoring.name.Employers;
import dev.tend.scoring.name.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When two names mean the same charity. Volunteers write theirs more loosely than employers are
 * written: without the article, in one of its languages or in both, with the town, or with the
 * branch in which they serve ("THW Ortsverband Hamburg-Nord").
 */
final class Charity {
  private static final Set<String> ARTICLES =
      Set.of("the", "les", "le", "la", "l", "der", "die", "das", "los", "las", "el", "o", "os");

  /** Behind these stands a branch; what stands before is the charity. */
  private static final Set<String> BRANCH =
      Set.of(
          "ortsverband",
          "ortsverein",
          "kreisverband",
          "landesverband",
          "ortsgruppe",
          "branch",
          "chapter",
          "section",
          "antenne",
          "delegacion",
          "delegacao",
          "sezione");

  /** What says where or of what form a charity is, and nothing else. */
  private static final Set<String> ENDINGS =
      Set.of("international", "foundation", "fondation", "stiftung", "fundacion", "fundacao", "ev");

  /** Behind these stands the country or the town that the charity works in. */
  private static final Set<String> OF = Set.of("of", "du", "de", "d", "do", "da", "in", "von");

  /** A single word is name enough for a branch from so many letters on: "Centraide of …". */
  private static final int LONG_WORD = 8;

  private static final Map<String, String> KNOWN = known();

  private Charity() {}

  /** Whether two organisations are the same, or one a branch of the other. */
  static boolean same(String one, String other) {
    if (Employers.same(one, other)) {
      return true;
    }
    var mine = names(one);
    var theirs = names(other);
    return meet(mine, theirs)
        || meet(withoutPlace(mine), theirs)
        || meet(mine, withoutPlace(theirs));
  }

  private static boolean meet(List<List<String>> some, List<List<String>> others) {
    return some.stream()
        .filter(Charity::isName)
        .map(Charity::known)
        .anyMatch(name -> others.stream().map(Charity::known).anyMatch(name::equals));
  }

  /** The words of a name, and those of what it adds when that is a known charity's name. */
  private static List<List<String>> names(String name) {
    var names = new ArrayList<List<String>>(2);
    for (var part : name.split("[,/|()]| [-–—] ", -1)) {
      var words = words(part);
      if (!words.isEmpty() && (names.isEmpty() || KNOWN.containsKey(String.join(" ", words)))) {
        names.add(words);
      }
    }
    return names;
  }

  private static List<String> words(String part) {
    var words = new ArrayList<String>(6);
    for (var word : Words.of(part)) {
      if (BRANCH.contains(word.folded())) {
        break;
      }
      words.add(word.folded());
    }
    if (words.size() > 1 && ARTICLES.contains(words.getFirst())) {
      var _ = words.removeFirst();
    }
    if (words.size() > 1 && ENDINGS.contains(words.getLast())) {
      var _ = words.removeLast();
    }
    return words;
  }

  /** "Girl Guides" of "Girl Guides of Canada"; what has no such place is left out. */
  private static List<List<String>> withoutPlace(List<List<String>> names) {
    var shorter = new ArrayList<List<String>>(1);
    for (var words : names) {
      for (int i = 1; i < words.size(); i++) {
        if (OF.contains(words.get(i))) {
          shorter.add(words.subList(0, i));
          break;
        }
      }
    }
    return shorter;
  }

  /** Known, or of two words, or of one that is long: "Shelter" is a name, and a word. */
  private static boolean isName(List<String> words) {
    return words.size() > 1
        || words.getFirst().length() >= LONG_WORD
        || KNOWN.containsKey(words.getFirst());
  }

  private static String known(List<String> words) {
    var name = String.join(" ", words);
    return KNOWN.getOrDefault(name, name);
  }

  private static Map<String, String> known() {
    var known = new HashMap<String, String>();
    PhraseFile.read(
        "charities.txt",
        (_, names) -> {
          var all = names.split(" = ", -1);
          for (var name : all) {
            known.put(name, all[0]);
          }
        });
    return Map.copyOf(known);
  }
}
