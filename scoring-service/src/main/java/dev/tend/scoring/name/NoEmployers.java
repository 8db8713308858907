package dev.tend.scoring.name;

import dev.tend.scoring.name.Words.Word;
import java.util.List;
import java.util.Set;

/**
 * What people write where an employer should stand: "Freelance", "Confidential", "Stealth Startup",
 * "Freelance Designer @ Acme". But Freelance Publishing House is a firm.
 */
final class NoEmployers {
  private static final String BEGINNINGS_FILE = "no-employer-beginnings.txt";

  private static final Phrases<Boolean> NONE =
      Phrases.of(
          book ->
              Table.read(
                  "no-employers.txt", (_, names) -> names.forEach(name -> book.add(name, true))));

  private static final Phrases<Boolean> BEGINNINGS =
      Phrases.of(
          book ->
              Table.names(BEGINNINGS_FILE, "beginnings", name -> name)
                  .forEach(name -> book.add(name, true)));

  private static final Set<String> OCCUPATIONS =
      Table.names(BEGINNINGS_FILE, "occupations", Words::folded);

  /** "Confidential - Oil & Gas", "Freelance at Acme": what follows is a client or a subject. */
  private static final Set<String> BEFORE_A_CLIENT = Set.of("at", "bei", "chez", "for", "fur");

  private NoEmployers() {}

  /** Whether a name stands for no employer. */
  static boolean contain(String name, List<Word> words) {
    var none = NONE.at(words, 0);
    if (none != null && none.to() == words.size()) {
      return true;
    }
    var beginning = BEGINNINGS.at(words, 0);
    if (beginning != null && isFollowedByNone(name, words, beginning.to())) {
      return true;
    }
    return none != null && isCut(name, words, none.to());
  }

  private static boolean isFollowedByNone(String name, List<Word> words, int from) {
    for (int i = from; i < words.size(); i++) {
      if (isCut(name, words, i) || BEFORE_A_CLIENT.contains(words.get(i).folded())) {
        return true;
      }
      if (!OCCUPATIONS.contains(words.get(i).folded())) {
        return false;
      }
    }
    return true;
  }

  /** Whether a separator stands before a word; a hyphen within a word is none. */
  private static boolean isCut(String name, List<Word> words, int word) {
    if (word == 0 || word >= words.size()) {
      return false;
    }
    var gap = name.substring(words.get(word - 1).end(), words.get(word).start());
    return gap.chars().anyMatch(c -> "@|(/[•·:".indexOf(c) >= 0)
        || (gap.length() > 1 && gap.chars().anyMatch(c -> ",-–—".indexOf(c) >= 0));
  }
}
