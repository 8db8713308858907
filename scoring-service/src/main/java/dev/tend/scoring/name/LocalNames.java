package dev.tend.scoring.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Employers of which every town may have one of the same name, such as hospitals, ministries and
 * franchises. A place that is named with them counts, but the order of the words does not: the
 * Ontario Ministry of Health is the Ministry of Health, Ontario.
 */
final class LocalNames {
  private static final Set<String> JOINING =
      Set.of(
          "of", "the", "for", "and", "in", "at", "greater", "de", "du", "des", "d", "la", "der",
          "fur", "do", "da", "del", "s");

  private static final Phrases<String> KINDS =
      Phrases.of(
          book ->
              Table.read(
                  "local-names.txt", (kind, names) -> names.forEach(name -> book.add(name, kind))));

  private LocalNames() {}

  /** What such a name is compared by; empty when the name is of another kind. */
  static String key(String name) {
    var words = Words.of(name);
    var kinds = KINDS.in(words);
    if (kinds.isEmpty()) {
      return "";
    }
    var bag = new ArrayList<String>(words.size());
    int behind = 0;
    for (var kind : kinds) {
      if (kind.from() >= behind) {
        bag.add(kind.value());
        take(words.subList(behind, kind.from()), bag);
        behind = kind.to();
      }
    }
    take(words.subList(behind, words.size()), bag);
    var distinct = bag.stream().distinct().sorted().toList();
    return String.join("+", distinct);
  }

  /** The key, if a place is named: the City of Toronto, whatever department stands behind it. */
  static String keyWithPlace(String name) {
    var key = key(name);
    boolean hasPlace =
        Stream.of(key.split("\\+", -1))
            .anyMatch(word -> !Gazetteer.place(List.of(word.split(" ", -1))).isEmpty());
    return hasPlace ? key : "";
  }

  private static void take(List<Words.Word> words, List<String> bag) {
    var folded = LegalForms.without(distinct(words));
    for (int at = 0; at < folded.size(); ) {
      int length = Math.max(1, Gazetteer.length(folded, at));
      var some = folded.subList(at, at + length);
      var place = Gazetteer.place(some);
      bag.add(place.isEmpty() ? some.getFirst() : place);
      at += length;
    }
  }

  /** The words that tell names apart, the s of "Michael's" at its word. */
  private static List<String> distinct(List<Words.Word> words) {
    var distinct = new ArrayList<String>(words.size());
    for (var word : words) {
      if (word.folded().equals("s") && !distinct.isEmpty()) {
        distinct.add(distinct.removeLast() + "s");
      } else if (!JOINING.contains(word.folded())) {
        distinct.add(word.folded());
      }
    }
    return distinct;
  }
}
