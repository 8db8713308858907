package dev.tend.scoring.signal;

import dev.tend.scoring.name.Phrases;
import dev.tend.scoring.name.Text;

/**
 * Sentences that LinkedIn puts there itself, or that everybody writes ({@code stock.txt}): they say
 * nothing, for or against. Whole notes only, a greeting and a name apart; the tables of single
 * phrases lie with the rules that use them.
 */
final class Stock {
  /** No stock note is longer, so longer ones need not be compared. */
  private static final int LONGEST = 200;

  /** "Hi Lee" before it and "Best regards, Dana Roy" behind it. */
  private static final int WORDS_BEFORE = 3;

  private static final int WORDS_BEHIND = 4;

  private static final Phrases<Boolean> NOTES =
      Phrases.of(book -> PhraseFile.read("stock.txt", (_, note) -> book.add(note, true)));

  private Stock() {}

  /** Whether a note is nothing but a stock sentence. */
  static boolean isStock(Text note) {
    if (note.raw().length() > LONGEST) {
      return false;
    }
    var words = note.words();
    for (int i = 0; i <= WORDS_BEFORE && i < words.size(); i++) {
      var found = NOTES.at(words, i);
      if (found != null && words.size() - found.to() <= WORDS_BEHIND) {
        return !note.isQuestion(words.size());
      }
    }
    return false;
  }
}
