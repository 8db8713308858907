package dev.tend.scoring.name;

import dev.tend.scoring.name.Words.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A note or an answer, cut into words and sentences once, for all who look for something in it.
 *
 * @param raw as it was written
 * @param words in order
 */
public record Text(String raw, List<Word> words) {
  private static final Set<String> BEFORE_A_NAME =
      Set.of(
          "at", "for", "with", "from", "bei", "beim", "von", "an", "der", "chez", "a", "au", "de",
          "en", "em", "na", "no", "da", "do", "la", "l", "the", "of");

  /** Behind these a place may stand in lower case, as it is typed in haste. */
  private static final Set<String> BEFORE_A_PLACE =
      Set.of("at", "from", "bei", "beim", "chez", "en", "em", "na", "no", "da", "do", "a", "la");

  /** A full stop behind these ends no sentence. */
  private static final Set<String> SHORTENED =
      Set.of(
          "dr", "dra", "mr", "mrs", "ms", "st", "prof", "inc", "ltd", "corp", "co", "sr", "sra",
          "jr", "mme", "bzw", "ca", "av", "vs", "univ", "dept");

  private static final Set<String> WITHIN_A_NAME =
      Set.of("of", "and", "the", "de", "du", "des", "da", "do", "der", "fur", "for");

  private static final int LONGEST_NAME = 6;

  private static final Remembered<Phrases<Boolean>> AS_IT_STANDS =
      new Remembered<>(5_000, name -> Phrases.all(true, List.of(name)));

  /** Cuts a text. */
  public static Text of(String raw) {
    return new Text(raw, Words.of(raw));
  }

  /** The first word of the sentence in which a word stands. */
  public int sentenceStart(int word) {
    int start = word;
    while (start > 0 && !endsSentence(start)) {
      start--;
    }
    return start;
  }

  /** The word behind the sentence in which a word stands. */
  public int sentenceEnd(int word) {
    int end = word + 1;
    while (end < words.size() && !endsSentence(end)) {
      end++;
    }
    return end;
  }

  /** Where the part of a sentence begins in which a word stands, behind a comma or the like. */
  public int clauseStart(int word, int sentenceStart) {
    int start = word;
    while (start > sentenceStart && !hasAny(start, ",;:()–—")) {
      start--;
    }
    return start;
  }

  /** Whether the sentence that ends before a word ends with a question mark. */
  public boolean isQuestion(int sentenceEnd) {
    return hasAny(sentenceEnd, "?？");
  }

  /** Whether a question begins with a word, as Spanish marks it. */
  public boolean isMarkedAsQuestion(int word) {
    return hasAny(word, "¿");
  }

  /** Whether nothing but a space lies between a word and the one before. */
  public boolean isJoined(int word) {
    return raw.substring(words.get(word - 1).end(), words.get(word).start()).equals(" ");
  }

  /** Whether most words are written in capitals throughout, so that a capital says nothing. */
  public boolean isShouted() {
    int shouted = 0;
    for (var word : words) {
      shouted += Character.isUpperCase(raw.charAt(word.end() - 1)) ? 1 : 0;
    }
    return 2 * shouted > words.size();
  }

  /** Whether a word is one of those in somebody's name. */
  public boolean isOneOf(String name, int word) {
    var folded = words.get(word).folded();
    for (var part : Words.of(name)) {
      if (part.folded().equals(folded)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an employer is mentioned, by any of its names, within some words. */
  public boolean mentionsEmployer(String name, int from, int to) {
    return mentions(Employers.spellings(name), from, to);
  }

  /** Whether a school is mentioned, by any of its names, within some words. */
  public boolean mentionsSchool(String name, int from, int to) {
    return mentions(Schools.spellings(name), from, to);
  }

  /** Whether a name of several words is mentioned, as it stands, within some words. */
  public boolean mentions(String name, int from, int to) {
    return mentions(AS_IT_STANDS.of(name), from, to);
  }

  /** Whether all words of a person's name stand within some words, the given name first. */
  public boolean names(String person, int from, int to) {
    var wanted = new HashSet<>(List.of(PersonName.key(person).split(" ", -1)));
    if (wanted.size() < 2) {
      return false;
    }
    for (int i = from; i < to; i++) {
      wanted.remove(words.get(i).folded());
    }
    return wanted.isEmpty();
  }

  /** The name that begins behind "at", "bei", "chez" and the like, as it was written. */
  public Optional<String> nameBehind(int from, int to) {
    for (int i = from; i + 1 < to; i++) {
      if (BEFORE_A_NAME.contains(words.get(i).folded()) && isCapital(i + 1)) {
        int end = i + 2;
        while (end < to
            && end - i <= LONGEST_NAME
            && (isCapital(end)
                || (end + 1 < to
                    && isCapital(end + 1)
                    && WITHIN_A_NAME.contains(words.get(end).folded())))
            && !raw.substring(words.get(end - 1).end(), words.get(end).start()).contains(",")) {
          end++;
        }
        return Optional.of(raw.substring(words.get(i + 1).start(), words.get(end - 1).end()));
      }
    }
    return Optional.empty();
  }

  /** Whether a word is written with a capital, or in a script that has none. */
  public boolean isCapital(int word) {
    int first = raw.codePointAt(words.get(word).start());
    return !Character.isLowerCase(first);
  }

  private boolean mentions(Phrases<Boolean> spellings, int from, int to) {
    var within = words.subList(0, to);
    for (int i = from; i < to; i++) {
      boolean mayBegin =
          isCapital(i) || (i > 0 && BEFORE_A_PLACE.contains(words.get(i - 1).folded()));
      if (mayBegin && spellings.at(within, i) != null) {
        return true;
      }
    }
    return false;
  }

  /** Whether a full stop or the like lies between a word and the one before. */
  private boolean endsSentence(int word) {
    int from = words.get(word - 1).end();
    int to = words.get(word).start();
    for (int i = from; i < to; i++) {
      switch (raw.charAt(i)) {
        case '!', '?', '\n', '。', '！', '？' -> {
          return true;
        }
        case '.' -> {
          var before = words.get(word - 1).folded();
          if (to - i > 1 && before.length() > 1 && !SHORTENED.contains(before)) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  /** Whether one of these signs lies between a word and the one before. */
  private boolean hasAny(int word, String signs) {
    int from = word == 0 ? 0 : words.get(word - 1).end();
    int to = word < words.size() ? words.get(word).start() : raw.length();
    for (int i = from; i < to; i++) {
      if (signs.indexOf(raw.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "Text[redacted]";
  }
}
