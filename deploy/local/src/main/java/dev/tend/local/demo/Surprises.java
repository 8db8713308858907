package dev.tend.local.demo;

import dev.tend.events.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Where Tend decided otherwise than the author of the sample firm meant. */
final class Surprises {
  private Surprises() {}

  /**
   * A sentence for each, in the order of the firm; empty when there is none.
   *
   * @param answered whether those who answer the question have done so
   */
  static List<String> among(List<Meant> meant, List<Judged> judged, boolean answered) {
    var surprises = new ArrayList<String>();
    for (var wish : meant) {
      var same = judged.stream().filter(wish::isAbout).toList();
      if (same.size() != 1) {
        surprises.add(
            about(wish, "is there " + Words.count(same.size(), "time", "times") + ", not once"));
        continue;
      }
      var found = same.getFirst();
      var wanted = wanted(wish, answered);
      var missing = wish.reasons().stream().filter(reason -> !found.gives(reason)).toList();
      if (found.verdict().filter(wanted::contains).isEmpty()) {
        surprises.add(
            about(
                wish,
                "is %s (relevance %d, risk %d), meant: %s"
                    .formatted(
                        found.verdict().map(Verdict::word).orElse("undecided"),
                        found.relevance(),
                        found.risk(),
                        wanted.stream().map(Verdict::word).collect(Collectors.joining(" or ")))));
      } else if (!missing.isEmpty()) {
        surprises.add(about(wish, "is judged without " + String.join(", ", missing)));
      }
    }
    return surprises;
  }

  private static List<Verdict> wanted(Meant wish, boolean answered) {
    return answered && wish.afterAnswer() != null ? List.of(wish.afterAnswer()) : wish.verdict();
  }

  private static String about(Meant wish, String sentence) {
    return "%s for %s %s. %s"
        .formatted(wish.inviter().path(), wish.member(), sentence, capital(wish.story()));
  }

  private static String capital(String story) {
    return Character.toUpperCase(story.charAt(0)) + story.substring(1) + ".";
  }
}
