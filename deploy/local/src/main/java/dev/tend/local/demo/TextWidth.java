package dev.tend.local.demo;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How many columns of a terminal a text takes: marks and joiners none, East Asian characters and
 * emoji two, all others one (after Unicode Standard Annex 11). Where emoji are joined to one
 * picture it counts each of them, so a line may come out short, never broken.
 */
final class TextWidth {
  private static final String CUT = "…";

  private static final Set<UnicodeScript> WIDE =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.YI);

  private TextWidth() {}

  static int columns(String text) {
    return text.codePoints().map(TextWidth::columns).sum();
  }

  /**
   * The text with spaces behind it, or cut short with an ellipsis, so that it fills the columns.
   */
  static String filling(int columns, String text) {
    var fitted = fitting(columns, text);
    return fitted + " ".repeat(columns - columns(fitted));
  }

  /** The text, cut short with an ellipsis where it takes more columns. */
  static String fitting(int columns, String text) {
    if (columns(text) <= columns) {
      return text;
    }
    var kept = new StringBuilder();
    int taken = columns(CUT);
    for (int codePoint : text.codePoints().toArray()) {
      taken += columns(codePoint);
      if (taken > columns) {
        break;
      }
      kept.appendCodePoint(codePoint);
    }
    return kept.toString().stripTrailing() + CUT;
  }

  /** The text in lines of at most so many columns, broken between words where there are some. */
  static List<String> lines(int columns, String text) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : text.strip().split("\\s+", -1)) {
      if (!line.isEmpty() && columns(line + " " + word) > columns) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static int columns(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.CONTROL ->
          0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  private static boolean isWide(int codePoint) {
    return (WIDE.contains(UnicodeScript.of(codePoint)) && !isHalfWidth(codePoint))
        || (codePoint >= 0x3000 && codePoint <= 0x303E) // CJK punctuation
        || (codePoint >= 0xFF01 && codePoint <= 0xFF60) // full-width forms
        || Character.isEmojiPresentation(codePoint);
  }

  private static boolean isHalfWidth(int codePoint) {
    return codePoint >= 0xFF61 && codePoint <= 0xFFDC;
  }
}
