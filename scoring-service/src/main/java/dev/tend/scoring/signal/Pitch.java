package dev.tend.scoring.signal;

import dev.tend.events.Member;
import dev.tend.events.Person;
import dev.tend.scoring.name.Phrases;
import dev.tend.scoring.name.Text;
import dev.tend.scoring.name.Words;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * How much a text reads like a sales pitch, in five languages. A pitch has parts ({@code
 * pitch.txt}): it offers, it promises, it asks for a call. One part alone may stand in any note;
 * two together make a pitch, and a lure (easy money, coins, forex) is one by itself.
 *
 * <p>Phrases are nearly always right and miss whatever is said in other words; a {@link PitchModel}
 * hears the tone. Each has a say over the other: what the phrases find and the model finds honest
 * counts for less ("I run HR at the lottery corporation"), and what the model alone hears must be
 * clear. The figures of both stand in {@code src/test/resources/training/README.md}.
 */
enum Pitch {
  NONE,
  MILD,
  FULL;

  private enum Part {
    OFFER,
    PROMISE,
    CALL,
    LURE
  }

  /** From here on the model alone is taken for sure. */
  private static final double SURE = 0.75;

  /** From here on the model alone hears an offer. */
  private static final double LIKELY = 0.55;

  /** Below, the model has heard an honest note. */
  private static final double HONEST = 0.3;

  /** In fewer words there is no tone. */
  private static final int FEWEST_WORDS = 12;

  /** Only in so many words may the model be sure. */
  private static final int FEWEST_WORDS_TO_BE_SURE = 18;

  private static final Phrases<Part> PARTS =
      Phrases.of(
          book ->
              PhraseFile.read(
                  "pitch.txt",
                  (part, phrase) -> book.add(phrase, Part.valueOf(part.toUpperCase(Locale.ROOT)))));

  /** How much of a pitch a text is that one of the two wrote. */
  static Pitch in(Text text, Person writer, Member reader) {
    var names = new HashSet<String>();
    Words.of(writer.name()).forEach(word -> names.add(word.folded()));
    Words.of(reader.name()).forEach(word -> names.add(word.folded()));
    return in(text, names);
  }

  /** How much of a pitch a text is, names apart. */
  static Pitch in(Text text, Set<String> names) {
    var said = byPhrases(text);
    int length = text.words().size();
    if (length < FEWEST_WORDS) {
      return said;
    }
    double likelihood = PitchModel.trained().likelihood(text, names);
    if (likelihood >= SURE && length >= FEWEST_WORDS_TO_BE_SURE) {
      return FULL;
    }
    if (likelihood < HONEST) {
      return said == FULL ? MILD : NONE;
    }
    return said == NONE && likelihood >= LIKELY ? MILD : said;
  }

  /** By the phrases alone. */
  static Pitch byPhrases(Text text) {
    var found = PARTS.in(text.words());
    if (found.isEmpty()) {
      return NONE;
    }
    var parts = EnumSet.noneOf(Part.class);
    found.forEach(part -> parts.add(part.value()));
    if (parts.contains(Part.LURE) || parts.size() > 1) {
      return FULL;
    }
    return parts.contains(Part.CALL) ? NONE : MILD;
  }
}
