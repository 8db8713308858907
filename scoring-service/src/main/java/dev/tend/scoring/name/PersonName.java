package dev.tend.scoring.name;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Set;

/**
 * People's names as far as it takes to see that two are the same, or are made to look the same.
 * Where a name comes from is nobody's business here.
 */
public final class PersonName {
  private static final Set<String> TITLES =
      Set.of(
          "dr",
          "prof",
          "professor",
          "mr",
          "mrs",
          "ms",
          "mx",
          "sir",
          "phd",
          "mba",
          "cpa",
          "ca",
          "jd",
          "md",
          "pmp",
          "cfa",
          "chrp",
          "chrl",
          "esq",
          "jr",
          "sr",
          "ii",
          "iii",
          "msc",
          "bsc",
          "ing",
          "mag",
          "dipl");

  private static final Remembered<String> SKELETONS =
      new Remembered<>(10_000, name -> ordered(name, true));

  private PersonName() {}

  /**
   * The words of a name in one order, without titles and initials, such as {@code doe jane} for
   * "Jane A. Doe, MBA": equal for the same name however it is written.
   */
  public static String key(String name) {
    return ordered(name, false);
  }

  /**
   * Like {@link #key}, and letters that look alike count as the same (see {@link LookAlike}):
   * Cyrillic and Greek ones that pass for Latin, {@code I} and {@code l} and {@code 1}, {@code rn}
   * and {@code m}. Two names with the same skeleton and different keys are made to be confused.
   * Index people by this to find their look-alikes; empty for a name without letters.
   */
  public static String skeleton(String name) {
    return SKELETONS.of(name);
  }

  /** The given name as written, for a sentence: the first word that is no title. */
  public static String first(String name) {
    for (var word : Words.of(name)) {
      if (!TITLES.contains(word.folded()) && word.folded().length() > 1) {
        return name.substring(word.start(), word.end());
      }
    }
    return name;
  }

  private static String ordered(String name, boolean lookAlike) {
    var words = new ArrayList<String>();
    for (var word : Words.of(plain(name))) {
      var folded = word.folded();
      if (!TITLES.contains(folded) && (folded.length() > 1 || folded.charAt(0) >= 0x2E80)) {
        words.add(lookAlike ? LookAlike.skeleton(folded) : folded);
      }
    }
    Collections.sort(words);
    return String.join(" ", words);
  }

  /** Many write their names in the bold letters that were made for mathematics: no disguise. */
  private static String plain(String name) {
    return name.chars().anyMatch(c -> Character.isSurrogate((char) c))
        ? Normalizer.normalize(name, Normalizer.Form.NFKC)
        : name;
  }
}
