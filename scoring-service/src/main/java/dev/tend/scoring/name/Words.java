package dev.tend.scoring.name;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into words that can be compared. A word is a run of letters and digits; an apostrophe
 * ends it, so that {@code l'université} holds {@code universite}; each Chinese character is a word.
 */
public final class Words {
  private Words() {}

  /**
   * One word of a text.
   *
   * @param folded lower case, without accents
   * @param start where it begins in the text
   * @param end where it ends, exclusive
   */
  public record Word(String folded, int start, int end) {}

  /** The words of a text, in order. */
  public static List<Word> of(String text) {
    return of(text, Integer.MAX_VALUE);
  }

  /** So many of the first words of a text, in order. */
  static List<Word> of(String text, int most) {
    var words = new ArrayList<Word>(Math.min(most, 1 + text.length() / 6));
    int start = -1;
    boolean plain = true;
    for (int i = 0; i < text.length() && words.size() < most; i++) {
      char c = text.charAt(i);
      boolean ideograph = Character.isIdeographic(c);
      if (!ideograph && (isPartOfWord(c) || (start >= 0 && Fold.isMark(c)))) {
        if (start < 0) {
          start = i;
          plain = true;
        }
        plain &= isPlain(c);
        continue;
      }
      if (start >= 0) {
        add(words, text, start, i, plain);
        start = -1;
      }
      if (ideograph && words.size() < most) {
        words.add(new Word(String.valueOf(c), i, i + 1));
      }
    }
    if (start >= 0 && words.size() < most) {
      add(words, text, start, text.length(), plain);
    }
    return words;
  }

  /** The words of a text as one line, such as {@code universite de montreal}. */
  public static String folded(String text) {
    var line = new StringBuilder(text.length());
    for (var word : of(text)) {
      if (!line.isEmpty()) {
        var _ = line.append(' ');
      }
      var _ = line.append(word.folded());
    }
    return line.toString();
  }

  private static boolean isPartOfWord(char c) {
    return (c < 0x80)
        ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        : Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  /** Whether folding leaves a character as it is, which it does with most of a text. */
  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static void add(List<Word> words, String text, int start, int end, boolean plain) {
    var folded = plain ? text.substring(start, end) : folded(text, start, end);
    if (!folded.isEmpty()) {
      words.add(new Word(folded, start, end));
    }
  }

  private static String folded(String text, int start, int end) {
    var folded = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      Fold.append(folded, text.charAt(i));
    }
    return folded.toString();
  }
}
