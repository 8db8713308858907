package dev.tend.notify.mail;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes a text that somebody else wrote fit to stand in a mail of ours. It becomes one line, so
 * that it cannot imitate our headings; it loses what reorders or hides letters; and its links are
 * left out, since a mail that advises against a stranger must not carry the stranger's link, and
 * mail programs turn anything that looks like an address into one.
 *
 * <p>What is special in HTML is not touched here: the templates escape it.
 */
public final class FromOutside {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:\\b[a-z][a-z0-9+.-]{1,20}://|\\bwww\\.|\\bmailto:)\\S+"
              + "|\\b(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,24}/\\S*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");

  /** Vietnamese and Hebrew stack two or three marks on a letter; a tower of them is mischief. */
  private static final int MARKS_ON_A_LETTER = 3;

  private FromOutside() {}

  /**
   * The text as one clean line.
   *
   * @param instead stands where a link stood
   */
  public static String line(String text, String instead) {
    var normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    var clean = new StringBuilder(normal.length());
    int marks = 0;
    for (int i = 0, letter; i < normal.length(); i += Character.charCount(letter)) {
      letter = normal.codePointAt(i);
      marks = isMark(letter) ? marks + 1 : 0;
      if (marks <= MARKS_ON_A_LETTER) {
        switch (Character.getType(letter)) {
          case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
              clean.append(' ');
          case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {}
          case Character.FORMAT -> {
            if (joins(letter)) {
              clean.appendCodePoint(letter);
            }
          }
          default -> clean.appendCodePoint(letter);
        }
      }
    }
    var line = SPACES.matcher(clean).replaceAll(" ").strip();
    return ADDRESS.matcher(line).replaceAll(_ -> instead);
  }

  /** The clean line, cut before a whole character, with an ellipsis, if it has more than that. */
  public static String line(String text, String instead, int longest) {
    return shortened(line(text, instead), longest);
  }

  /** Cuts at a word if one ends in the last third, and never inside a character. */
  public static String shortened(String line, int longest) {
    if (line.length() <= longest) {
      return line;
    }
    var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(line);
    int end = characters.isBoundary(longest - 1) ? longest - 1 : characters.preceding(longest - 1);
    int word = line.lastIndexOf(' ', end);
    return line.substring(0, word > longest * 2 / 3 ? word : end).stripTrailing() + "…";
  }

  private static boolean isMark(int letter) {
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
      default -> false;
    };
  }

  /** The joiners that emoji, Persian and the languages of India are written with. */
  private static boolean joins(int letter) {
    return letter == 0x200C || letter == 0x200D;
  }
}
