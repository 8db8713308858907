package dev.tend.scoring.name;

import java.util.List;
import java.util.Set;

/** Takes off what stands behind a firm's name and says only which kind of company it is. */
final class LegalForms {
  private static final Set<String> FORMS = Table.names("legal-forms.txt", Words::folded);

  private LegalForms() {}

  /** Whether a word is a legal form. */
  static boolean contain(String word) {
    return FORMS.contains(word);
  }

  /** The words without the forms behind them; a name of nothing else stays. */
  static List<String> without(List<String> words) {
    int end = words.size();
    while (end > 1 && isForm(words.get(end - 1), end < words.size() ? words.get(end) : "")) {
      end--;
    }
    return words.subList(0, end);
  }

  /** Also within "S.A.B. de C.V." and "S. de R.L. de C.V.". */
  private static boolean isForm(String word, String behind) {
    return switch (word) {
      case "de" -> behind.equals("cv") || behind.equals("rl");
      case "s" -> behind.equals("de");
      default -> FORMS.contains(word);
    };
  }
}
