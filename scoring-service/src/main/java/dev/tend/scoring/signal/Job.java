package dev.tend.scoring.signal;

import dev.tend.events.Person;
import dev.tend.events.Position;
import dev.tend.scoring.name.Words;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/**
 * What somebody does now, or did last, from their positions or, where these are not known, from
 * their headline.
 *
 * @param company empty when not known
 * @param title empty when not known
 */
record Job(String company, String title) {
  private static final Set<String> AT = Set.of("at", "chez", "bei");

  /** What a person does now; a position without an end is taken to last. */
  static List<Job> current(Person person, YearMonth today) {
    if (person.positions().isEmpty()) {
      return fromHeadline(person.headline());
    }
    return person.positions().stream()
        .filter(position -> lasts(position, today))
        .map(position -> new Job(position.company(), position.title()))
        .toList();
  }

  /** Whether a position is held in a month. */
  static boolean lasts(Position position, YearMonth today) {
    var from = position.from();
    var to = position.to();
    return (to == null || !to.latest().isBefore(today))
        && (from == null || !from.earliest().isAfter(today));
  }

  /** "HR Director at Deloitte | Speaker" is a job; "Helping people grow" is a title at most. */
  static List<Job> fromHeadline(String headline) {
    if (headline.isEmpty()) {
      return List.of();
    }
    var first = cut(headline, "|•·");
    int sign = first.indexOf('@');
    if (sign > 0) {
      return List.of(
          new Job(cut(first.substring(sign + 1), ",").strip(), first.substring(0, sign).strip()));
    }
    for (var word : Words.of(first)) {
      if (AT.contains(word.folded()) && word.start() > 0 && word.end() < first.length()) {
        return List.of(
            new Job(
                cut(first.substring(word.end()), ",").strip(),
                first.substring(0, word.start()).strip()));
      }
    }
    return List.of(new Job("", first.strip()));
  }

  private static String cut(String text, String ends) {
    for (int i = 0; i < text.length(); i++) {
      if (ends.indexOf(text.charAt(i)) >= 0) {
        return text.substring(0, i);
      }
    }
    return text;
  }

  @Override
  public String toString() {
    return "Job[redacted]";
  }
}
