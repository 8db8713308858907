package dev.tend.scoring.name;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The job that a headline names. "Speaker | HR Director at Deloitte" is one, and so is "HR Director
 * | Deloitte"; "Helping people grow" is a title at most, "ex-Deloitte" is over, and several firms
 * in a row are a list of clients or of the past.
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
      Table.names("not-there.txt", "past", Words::folded);

  /**
   * Before a company these say that somebody is not, or not yet, of it: "Seeking a job at Intel".
   */
  private static final Set<String> NOT_THERE =
      Table.names("not-there.txt", "outside", Words::folded);

  private static final Set<String> ARTICLES =
      Set.of("the", "der", "die", "das", "dem", "den", "la", "le", "les", "el", "los", "las");

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
    var company = "";
    int companies = 0;
    for (var part : parts) {
      if (!part.isBlank() && !isOver(part)) {
        if (Employers.isKnown(part)) {
          company = part.strip();
          companies++;
        } else if (title.isEmpty()) {
          title = part.strip();
        }
      }
    }
    return new Headline(companies == 1 ? company : "", title);
  }

  private static @Nullable Headline withCompany(String part) {
    int sign = part.indexOf('@');
    if (sign > 0 && sign + 1 < part.length()) {
      return job(part, sign, sign + 1);
    }
    var words = Words.of(part);
    for (var word : words) {
      if (AT.contains(word.folded()) && word.start() > 0 && word.end() < part.length()) {
        return job(part, word.start(), word.end());
      }
    }
    for (int i = 1; i < words.size() - 1; i++) {
      if (PERHAPS_AT.contains(words.get(i).folded())
          && Character.isUpperCase(part.charAt(words.get(i + 1).start()))) {
        return job(part, words.get(i).start(), words.get(i).end());
      }
    }
    int comma = part.lastIndexOf(',');
    if (comma > 0 && Employers.isKnown(part.substring(comma + 1))) {
      var title = part.substring(0, comma);
      return new Headline(
          namesAnother(title) ? "" : part.substring(comma + 1).strip(), title.strip());
    }
    return dashed(DASH.split(part, -1));
  }

  /** "Clients: RBC, Deloitte" is a list, and of several employers none is the present one. */
  private static boolean namesAnother(String title) {
    int before = Math.max(title.lastIndexOf(','), title.lastIndexOf(':'));
    return Employers.isKnown(title.substring(before + 1));
  }

  /** "Senior Manager – Deloitte" and "Deloitte – Senior Manager". */
  private static @Nullable Headline dashed(String[] sides) {
    if (sides.length != 2 || isOver(sides[0]) || isOver(sides[1])) {
      return null;
    }
    if (Employers.isKnown(sides[1])) {
      return new Headline(sides[1].strip(), sides[0].strip());
    }
    return Employers.isKnown(sides[0]) ? new Headline(sides[0].strip(), sides[1].strip()) : null;
  }

  /** The job before and behind an "at"; without a company if what stands before says so. */
  private static Headline job(String part, int titleEnd, int companyStart) {
    var title = part.substring(0, titleEnd);
    int clause =
        Math.max(title.lastIndexOf(','), Math.max(title.lastIndexOf(';'), title.lastIndexOf('(')));
    if (isElsewhere(title.substring(clause + 1))) {
      return new Headline("", clause > 0 ? title.substring(0, clause).strip() : "");
    }
    return new Headline(company(part.substring(companyStart)), title.strip());
  }

  private static boolean isElsewhere(String clause) {
    var words = Words.of(clause);
    return isOver(clause)
        || words.stream().anyMatch(word -> IN_THE_PAST.contains(word.folded()))
        || (!words.isEmpty() && NOT_THERE.contains(words.getFirst().folded()));
  }

  private static String company(String text) {
    var name = DASH.split(text, 2)[0];
    int comma = name.indexOf(',');
    name = comma < 0 ? name : name.substring(0, comma);
    int bracket = name.indexOf('(');
    if (bracket > 0 && isOver(name.substring(bracket))) {
      name = name.substring(0, bracket);
    }
    var words = Words.of(name);
    return words.size() > 1 && ARTICLES.contains(words.getFirst().folded())
        ? name.substring(words.get(1).start()).strip()
        : name.strip();
  }

  /** Whether a text begins with a word that says that the rest is over: "Former HR Director". */
  public static boolean isOver(String part) {
    var words = Words.of(part, 1);
    return !words.isEmpty() && IN_THE_PAST.contains(words.getFirst().folded());
  }

  @Override
  public String toString() {
    return "Headline[redacted]";
  }
}
