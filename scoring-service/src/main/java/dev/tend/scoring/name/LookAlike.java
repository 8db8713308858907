package dev.tend.scoring.name;

import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When a name is written so that it is taken for another.
 *
 * <p>Which letters look alike is Unicode's knowledge (Technical Standard 39, through ICU4J); added
 * is what passes in small print only: {@code i} for {@code l}, {@code vv} for {@code w}, {@code 5}
 * for {@code s}.
 */
final class LookAlike {
  /** Thread-safe once built. */
  private static final SpoofChecker UNICODE =
      new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

  /** A standard skeleton takes a microsecond and a half, a remembered one a twentieth. */
  private static final Remembered<String> SKELETONS = new Remembered<>(20_000, LookAlike::drawn);

  /** Three letters are too few to tell a disguise from another name. */
  private static final int SHORTEST = 4;

  /** What somebody adds to a company's name who wants to be taken for it. */
  private static final Set<String> PRETENCES =
      Set.of(
          "recruitment",
          "recruiting",
          "recruiters",
          "recrutement",
          "careers",
          "jobs",
          "hiring",
          "support",
          "helpdesk",
          "verification",
          "rewards",
          "payments",
          "official");

  private LookAlike() {}

  /** What a folded word looks like: the same for all that look the same. */
  static String skeleton(String folded) {
    return SKELETONS.of(folded);
  }

  /** Whether a company's key is another's in other letters, or with one letter too many. */
  static boolean isDisguise(String key, String original) {
    return original.length() >= SHORTEST
        && Math.abs(key.length() - original.length()) <= 2
        && !key.equals(original)
        && (skeleton(key).equals(skeleton(original))
            || (key.length() > original.length() && unstretched(key).equals(original)));
  }

  /** "RBC Capital Recruitment" is not RBC, but lives on its name. */
  static boolean isBorrowed(String name, String original) {
    var words = Words.folded(name);
    var borrowed = Words.folded(original) + " ";
    if (borrowed.isBlank() || !words.startsWith(borrowed)) {
      return false;
    }
    return Stream.of(words.substring(borrowed.length()).split(" ", -1))
        .anyMatch(PRETENCES::contains);
  }

  private static String drawn(String folded) {
    return UNICODE
        .getSkeleton(folded)
        .toLowerCase(Locale.ROOT)
        .replace('i', 'l')
        .replace('5', 's')
        .replace("vv", "w");
  }

  /** Without the third of three equal letters: no name is spelled with three. */
  private static String unstretched(String key) {
    var kept = new StringBuilder(key.length());
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      int n = kept.length();
      if (n < 2 || kept.charAt(n - 1) != c || kept.charAt(n - 2) != c) {
        var _ = kept.append(c);
      }
    }
    return kept.toString();
  }
}
