package dev.tend.scoring.name;

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
   * Like {@link #key}, and letters that look alike count as the same: Cyrillic and Greek ones that
   * pass for Latin, {@code I} and {@code l} and {@code 1}, {@code rn} and {@code m}. Two names with
   * the same skeleton and different keys are made to be confused. Index people by this to find
   * their look-alikes; empty for a name without letters.
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
    for (var word : Words.of(name)) {
      var folded = word.folded();
      if (!TITLES.contains(folded) && (folded.length() > 1 || folded.charAt(0) >= 0x2E80)) {
        words.add(lookAlike ? looks(folded) : folded);
      }
    }
    Collections.sort(words);
    return String.join(" ", words);
  }

  private static String looks(String word) {
    var seen = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = latinLookAlike(word.charAt(i));
      int last = seen.length() - 1;
      if (c == 'n' && last >= 0 && seen.charAt(last) == 'r') {
        seen.setCharAt(last, 'm');
      } else if (c == 'v' && last >= 0 && seen.charAt(last) == 'v') {
        seen.setCharAt(last, 'w');
      } else {
        var _ = seen.append(c);
      }
    }
    return seen.toString();
  }

  /** From the confusable letters of Unicode TS 39, those that pass for a Latin letter in a name. */
  private static char latinLookAlike(char c) {
    return switch (c) {
      case 'i', '1', '|', 'і', 'ι', 'ӏ' -> 'l';
      case '0', 'о', 'ο', 'σ' -> 'o';
      case '5', 'ѕ' -> 's';
      case 'а', 'α' -> 'a';
      case 'е', 'ε' -> 'e';
      case 'р', 'ρ' -> 'p';
      case 'с' -> 'c';
      case 'у', 'γ' -> 'y';
      case 'х', 'χ' -> 'x';
      case 'ј' -> 'j';
      case 'к', 'κ' -> 'k';
      case 'м', 'μ' -> 'm';
      case 'т', 'τ' -> 't';
      case 'н', 'η' -> 'n';
      case 'в', 'β' -> 'b';
      case 'ν' -> 'v';
      case 'υ' -> 'u';
      case 'һ' -> 'h';
      case 'ԁ' -> 'd';
      case 'ԛ' -> 'q';
      case 'ԝ' -> 'w';
      default -> c;
    };
  }
}
