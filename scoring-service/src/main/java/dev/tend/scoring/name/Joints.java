package dev.tend.scoring.name;

import dev.tend.scoring.name.Words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds several names in one: of the same employer ("Toronto Metropolitan, formerly Ryerson"), or
 * of an employer and the one that it belongs to ("Slack, a Salesforce company").
 */
final class Joints {
  private static final Phrases<String> JOINTS =
      Phrases.of(
          book ->
              Table.read(
                  "joints.txt", (kind, names) -> names.forEach(name -> book.add(name, kind))));

  /** Who works at a client through an agency is employed by the agency. */
  private static final String THROUGH = "through";

  private static final Set<String> NEEDS_NO_CUT = Set.of("formerly", THROUGH);

  private static final Set<String> ARTICLES =
      Set.of("a", "an", "une", "un", "eine", "ein", "una", "uma", "um");

  private static final Set<String> COMPANIES =
      Set.of(
          "company",
          "business",
          "brand",
          "firm",
          "subsidiary",
          "division",
          "unit",
          "compagnie",
          "entreprise",
          "societe",
          "unternehmen",
          "gesellschaft",
          "tochter",
          "empresa",
          "compania");

  private Joints() {}

  /** The names within a name, in order; the name itself when nothing joins any. */
  static List<String> names(String name, List<Word> words) {
    for (int i = 0; i < words.size() - 1; i++) {
      var joint = JOINTS.at(words, i);
      if (joint != null
          && joint.to() < words.size()
          && (!joint.value().equals(THROUGH) || i > 0)
          && (NEEDS_NO_CUT.contains(joint.value()) || (i > 0 && isCut(name, words, i)))) {
        if (joint.value().equals(THROUGH)) {
          return List.of(name.substring(words.get(joint.to()).start()));
        }
        var names = new ArrayList<String>(2);
        if (i > 0) {
          names.add(name.substring(0, words.get(i).start()));
        }
        names.add(name.substring(words.get(joint.to()).start()));
        return names;
      }
      if (i > 0 && isCut(name, words, i) && ARTICLES.contains(words.get(i).folded())) {
        var owner = owner(name, words, i + 1);
        if (!owner.isEmpty()) {
          return List.of(name.substring(0, words.get(i).start()), owner);
        }
      }
    }
    return List.of(name);
  }

  private static String owner(String name, List<Word> words, int from) {
    if (COMPANIES.contains(words.get(from).folded()) && from + 1 < words.size()) {
      return name.substring(words.get(from + 1).start());
    }
    int last = words.size() - 1;
    return last > from && COMPANIES.contains(words.get(last).folded())
        ? name.substring(words.get(from).start(), words.get(last - 1).end())
        : "";
  }

  private static boolean isCut(String name, List<Word> words, int word) {
    var gap = name.substring(words.get(word - 1).end(), words.get(word).start());
    return !gap.isBlank() && !gap.strip().equals(".") && !gap.strip().equals("&");
  }
}
