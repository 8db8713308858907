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
    var words = new ArrayList<Word>(1 + text.length() / 6);
    var folded = new StringBuilder(16);
    int start = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ideograph = Character.isIdeographic(c);
      if (!ideograph && (isPartOfWord(c) || (start >= 0 && Fold.isMark(c)))) {
        if (start < 0) {
          start = i;
        }
        Fold.append(folded, c);
        continue;
      }
      if (start >= 0) {
        add(words, folded, start, i);
        start = -1;
      }
      if (ideograph) {
        words.add(new Word(String.valueOf(c), i, i + 1));
      }
    }
    if (start >= 0) {
      add(words, folded, start, text.length());
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

  private static void add(List<Word> words, StringBuilder folded, int start, int end) {
    if (!folded.isEmpty()) {
      words.add(new Word(folded.toString(), start, end));
      folded.setLength(0);
    }
  }
}
