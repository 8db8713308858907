package dev.tend.scoring.signal;

import dev.tend.events.Person;
import dev.tend.events.Position;
import dev.tend.scoring.name.Employers;
import dev.tend.scoring.name.Words;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody does now, or did last, from their positions or, where these are not known, from
 * their headline.
 *
 * @param company empty when not known
 * @param title empty when not known
 */
record Job(String company, String title) {
  private static final Pattern PARTS = Pattern.compile("[|•·]");
  private static final Pattern DASH = Pattern.compile("\\s[-–—]\\s");

  private static final Set<String> AT = Set.of("at", "chez", "bei", "beim");

  /** In Spanish and Portuguese; in other languages no name follows, so a capital has to. */
  private static final Set<String> PERHAPS_AT = Set.of("en", "em", "na", "no");

  private static final Set<String> IN_THE_PAST =
      Set.of("ex", "former", "formerly", "previously", "ehemals", "ancien", "ancienne", "retired");

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

  /**
   * "Speaker | HR Director at Deloitte" is a job, and so is "HR Director | Deloitte"; "Helping
   * people grow" is a title at most, and "ex-Deloitte" is over.
   */
  static List<Job> fromHeadline(String headline) {
    if (headline.isEmpty()) {
      return List.of();
    }
    var parts = PARTS.split(headline, -1);
    var title = "";
    for (var part : parts) {
      var job = isOver(part) ? null : withCompany(part);
      if (job != null) {
        return List.of(job);
      }
    }
    for (var part : parts) {
      if (!part.isBlank() && !isOver(part)) {
        if (Employers.isKnown(part)) {
          return List.of(new Job(part.strip(), title));
        }
        title = title.isEmpty() ? part.strip() : title;
      }
    }
    return List.of(new Job("", title));
  }

  private static @Nullable Job withCompany(String part) {
    int sign = part.indexOf('@');
    if (sign > 0 && sign + 1 < part.length()) {
      return new Job(company(part.substring(sign + 1)), part.substring(0, sign).strip());
    }
    var words = Words.of(part);
    for (var word : words) {
      if (AT.contains(word.folded()) && word.start() > 0 && word.end() < part.length()) {
        return job(part, word);
      }
    }
    for (int i = 1; i < words.size() - 1; i++) {
      if (PERHAPS_AT.contains(words.get(i).folded())
          && Character.isUpperCase(part.charAt(words.get(i + 1).start()))) {
        return job(part, words.get(i));
      }
    }
    int comma = part.lastIndexOf(',');
    return comma > 0 && Employers.isKnown(part.substring(comma + 1))
        ? new Job(part.substring(comma + 1).strip(), part.substring(0, comma).strip())
        : null;
  }

  private static Job job(String part, Words.Word at) {
    return new Job(company(part.substring(at.end())), part.substring(0, at.start()).strip());
  }

  private static String company(String text) {
    var name = DASH.split(text, 2)[0];
    int comma = name.indexOf(',');
    return (comma < 0 ? name : name.substring(0, comma)).strip();
  }

  private static boolean isOver(String part) {
    var words = Words.of(part);
    return !words.isEmpty() && IN_THE_PAST.contains(words.getFirst().folded());
  }

  @Override
  public String toString() {
    return "Job[redacted]";
  }
}
