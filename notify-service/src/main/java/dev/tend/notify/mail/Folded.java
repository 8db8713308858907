package dev.tend.notify.mail;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Folds plain text to the width of a terminal. A line that is too long goes on below its own text,
 * behind the indentation and the bullet or number that it starts with; so a template may be written
 * without a thought for width. A line with an address on it stays whole, since a broken address
 * cannot be opened.
 */
public final class Folded {
  /** RFC 3676 wishes for 78 at most, and for room for a few quote marks when answered. */
  public static final int WIDTH = 72;

  private static final Pattern HANGS = Pattern.compile("^ *(?:[0-9]+\\. {1,2}|[-+>] )?");

  private static final Pattern LEADING_BREAKS = Pattern.compile("^\n+");

  private static final Pattern BREAKS = Pattern.compile("\n{3,}");

  private Folded() {}

  /** The text with every line folded, at most one empty line in a row, and one line end last. */
  public static String at(int width, String text) {
    var folded = new StringBuilder(text.length() + text.length() / 16);
    for (var line : text.split("\n", -1)) {
      fold(line.stripTrailing(), width, folded);
    }
    var ordered = BREAKS.matcher(folded).replaceAll("\n\n").stripTrailing() + "\n";
    return LEADING_BREAKS.matcher(ordered).replaceFirst("");
  }

  /** How many columns a terminal gives a text: two for East Asian letters and emoji. */
  public static int columns(String text) {
    int columns = 0;
    for (int i = 0, letter; i < text.length(); i += Character.charCount(letter)) {
      letter = text.codePointAt(i);
      columns += columns(letter);
    }
    return columns;
  }

  private static void fold(String line, int width, StringBuilder folded) {
    if (columns(line) <= width || line.contains("://")) {
      folded.append(line).append('\n');
      return;
    }
    var head = HANGS.matcher(line);
    var indent = head.find() ? head.end() : 0;
    folded.append(line, 0, indent);
    int used = columns(line.substring(0, indent));
    int hang = used;
    boolean first = true;
    for (var word : line.substring(indent).split(" +", -1)) {
      int wide = columns(word);
      if (!first && used + 1 + wide > width) {
        folded.append('\n').append(" ".repeat(hang));
        used = hang;
        first = true;
      }
      if (!first) {
        folded.append(' ');
        used++;
      }
      used = write(word, used, hang, width, folded);
      first = false;
    }
    folded.append('\n');
  }

  /** Writes a word, in pieces if it alone is wider than a line. */
  private static int write(String word, int used, int hang, int width, StringBuilder folded) {
    int column = used;
    var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(word);
    int start = characters.first();
    for (int end = characters.next(); end != BreakIterator.DONE; end = characters.next()) {
      var character = word.substring(start, end);
      int wide = columns(character);
      if (column + wide > width && column > hang) {
        folded.append('\n').append(" ".repeat(hang));
        column = hang;
      }
      folded.append(character);
      column += wide;
      start = end;
    }
    return column;
  }

  private static int columns(int letter) {
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(letter) ? 2 : 1;
    };
  }

  /** The blocks that Unicode's annex 11 calls wide, coarsely. */
  private static boolean isWide(int letter) {
    return (letter >= 0x1100 && letter <= 0x115F)
        || (letter >= 0x2E80 && letter <= 0xA4CF)
        || (letter >= 0xAC00 && letter <= 0xD7A3)
        || (letter >= 0xF900 && letter <= 0xFAFF)
        || (letter >= 0xFE30 && letter <= 0xFE6F)
        || (letter >= 0xFF00 && letter <= 0xFF60)
        || (letter >= 0xFFE0 && letter <= 0xFFE6)
        || (letter >= 0x1F300 && letter <= 0x1FAFF)
        || (letter >= 0x20000 && letter <= 0x3FFFD);
  }
}
