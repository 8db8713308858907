package dev.tend.scoring.name;

import java.text.Normalizer;

/**
 * Makes one form of the many in which a letter is written: lower case, without accents, full-width
 * and other compatibility forms as plain ones.
 *
 * <p>A table over the basic plane (64 Ki characters, 128 KiB, filled once) because this is the
 * inner loop of every comparison; {@link Normalizer} for each word costs ten times as much. A
 * letter whose decomposition is more than one letter and marks, such as a Hangul syllable or a
 * ligature, is kept, but for the few European ones that {@link #spelledOut} knows.
 */
final class Fold {
  private static final char[] PLAIN = table();

  private Fold() {}

  /** The plain form of a letter; the letter itself when it has none. */
  static char plain(char c) {
    return PLAIN[c];
  }

  /** Whether a character is a combining mark, which folding drops. */
  static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  /** Appends the plain form of one letter, which may be two letters or none. */
  static void append(StringBuilder to, char c) {
    char plain = PLAIN[c];
    if (plain < 0x80) {
      var _ = to.append(plain);
    } else if (!isMark(plain) || Character.getType(plain) == Character.COMBINING_SPACING_MARK) {
      var spelled = spelledOut(plain);
      var _ = spelled.isEmpty() ? to.append(plain) : to.append(spelled);
    }
  }

  private static String spelledOut(char c) {
    return switch (c) {
      case 'ß' -> "ss";
      case 'æ' -> "ae";
      case 'œ' -> "oe";
      case 'ø' -> "o";
      case 'ł' -> "l";
      case 'đ', 'ð' -> "d";
      case 'þ' -> "th";
      case 'ı' -> "i";
      case 'ﬁ' -> "fi";
      case 'ﬂ' -> "fl";
      default -> "";
    };
  }

  private static char[] table() {
    var table = new char[Character.MAX_VALUE + 1];
    for (int i = 0; i < table.length; i++) {
      char c = (char) i;
      table[i] =
          Character.isSurrogate(c) || !Character.isDefined(c)
              ? c
              : i < 0x80 ? Character.toLowerCase(c) : decomposed(c);
    }
    return table;
  }

  private static char decomposed(char c) {
    if (Character.getType(c) == Character.NON_SPACING_MARK) {
      return c;
    }
    var parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
    for (int i = 1; i < parts.length(); i++) {
      if (!isMark(parts.charAt(i))) {
        return Character.toLowerCase(c);
      }
    }
    char first = parts.charAt(0);
    return Character.isSurrogate(first) ? c : Character.toLowerCase(first);
  }
}
