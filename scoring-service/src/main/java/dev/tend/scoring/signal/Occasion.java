package dev.tend.scoring.signal;

import dev.tend.scoring.name.Phrases;
import dev.tend.scoring.name.Text;
import dev.tend.scoring.name.Words;

/**
 * Whether an answer tells where both have met, in whatever verb: a sentence that names an event
 * ({@code reasons.txt}), says when it was, and speaks of both, as "after your keynote" does. "Are
 * you coming to the conference in May?" asks and tells nothing.
 */
final class Occasion {
  private static final Phrases<Boolean> EVENTS = PhraseFile.under("reasons.txt", "event");
  private static final Phrases<Boolean> WHEN = PhraseFile.under("reasons.txt", "when");
  private static final Phrases<Boolean> BOTH = PhraseFile.under("reasons.txt", "both");
  private static final Phrases<Boolean> TO_COME = PhraseFile.under("reasons.txt", "to-come");

  private Occasion() {}

  static boolean isToldIn(Text answer) {
    for (var event : EVENTS.in(answer.words())) {
      int from = answer.sentenceStart(event.from());
      int to = answer.sentenceEnd(event.from());
      if (!answer.isQuestion(to)
          && (stands(WHEN, answer, from, to) || namesAYear(answer, from, to))
          && stands(BOTH, answer, from, to)
          && !stands(TO_COME, answer, from, to)) {
        return true;
      }
    }
    return false;
  }

  private static boolean namesAYear(Text text, int from, int to) {
    return text.words().subList(from, to).stream()
        .map(Words.Word::folded)
        .anyMatch(word -> word.matches("(?:19|20)\\d\\d"));
  }

  private static boolean stands(Phrases<Boolean> signs, Text text, int from, int to) {
    for (int i = from; i < to; i++) {
      var found = signs.at(text.words(), i);
      if (found != null && found.to() <= to) {
        return true;
      }
    }
    return false;
  }
}
