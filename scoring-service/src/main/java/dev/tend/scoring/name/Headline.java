package dev.tend.scoring.name;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The job that a headline names. "Speaker | HR Director at Deloitte" is one, and so is "HR Director
 * | Deloitte"; "Helping people grow" is a title at most, and "ex-Deloitte" is over.
 *
 * @param company empty when none is named
 * @param title empty when none is named
 */
public record Headline(String company, String title) {
  private static final Pattern PARTS = Pattern.compile("[|•·]");
  private static final Pattern DASH = Pattern.compile("\\s[-–—]\\s");

  private static final Set<String> AT = Set.of("at", "chez", "bei", "beim");

  /** In Spanish and Portuguese; in other languages no name follows, so a capital has to. */
  private static final Set<String> PERHAPS_AT = Set.of("en", "em", "na", "no");

  private static final Set<String> IN_THE_PAST =
      Set.of("ex", "former", "formerly", "previously", "ehemals", "ancien", "ancienne", "retired");

  private static final Remembered<Headline> READ = new Remembered<>(20_000, Headline::read);

  /** What a headline says. */
  public static Headline of(String headline) {
    return READ.of(headline);
  }

  private static Headline read(String headline) {
    var parts = PARTS.split(headline, -1);
    var title = "";
    for (var part : parts) {
      var job = isOver(part) ? null : withCompany(part);
      if (job != null) {
        return job;
      }
    }
    for (var part : parts) {
      if (!part.isBlank() && !isOver(part)) {
        if (Employers.isKnown(part)) {
          return new Headline(part.strip(), title);
        }
        title = title.isEmpty() ? part.strip() : title;
      }
    }
    return new Headline("", title);
  }

  private static @Nullable Headline withCompany(String part) {
    int sign = part.indexOf('@');
    if (sign > 0 && sign + 1 < part.length()) {
      return new Headline(company(part.substring(sign + 1)), part.substring(0, sign).strip());
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
        ? new Headline(part.substring(comma + 1).strip(), part.substring(0, comma).strip())
        : null;
  }

  private static Headline job(String part, Words.Word at) {
    return new Headline(company(part.substring(at.end())), part.substring(0, at.start()).strip());
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
    return "Headline[redacted]";
  }
}
