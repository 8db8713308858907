package dev.tend.scoring.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts the name of an organisation into words, abbreviations kept together. */
final class NameWords {
  private static final Set<String> AND = Set.of("and", "und", "et", "y", "e");

  private NameWords() {}

  /**
   * The folded words, such as {@code ernst young} for "Ernst & Young" and {@code sarl} for
   * "S.A.R.L.". An ampersand between short words stays, since P&G is not PG; every other "and"
   * goes.
   */
  static List<String> of(String name) {
    var words = Words.of(name);
    var parts = new ArrayList<String>(words.size());
    boolean single = false;
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      var folded = word.folded();
      var gap = i == 0 ? " " : name.substring(words.get(i - 1).end(), word.start());
      int last = parts.size() - 1;
      if (single
          && folded.length() == 1
          && (gap.equals(".") || gap.equals(". ") || gap.equals("/"))) {
        parts.set(last, parts.get(last) + folded);
      } else if (i > 0
          && (gap.strip().equals("&") || gap.strip().equals("+"))
          && folded.length() <= 2
          && words.get(i - 1).folded().length() <= 2) {
        parts.set(last, parts.get(last) + "&" + folded);
      } else if (i == 0 || i == words.size() - 1 || !AND.contains(folded)) {
        parts.add(folded);
      }
      single = folded.length() == 1;
    }
    return parts;
  }
}
