package dev.tend.events;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks that the compact constructors share. Each names the field that it refuses. */
final class Checked {
  /** Longest value of a one-line field. LinkedIn allows 220 characters in a headline. */
  static final int LINE = 500;

  /** Longest value of a field with paragraphs. LinkedIn allows 2,600 characters in "about". */
  static final int PROSE = 10_000;

  /** Most elements of a list. */
  static final int ITEMS = 500;

  /** Behind it, and before the space, texts hold what has to be looked at. */
  private static final char DELETE = '\u007F';

  private Checked() {}

  static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw new RefusedException(field, "is required");
    }
    return value;
  }

  static String requiredLine(String field, @Nullable String value) {
    var line = line(field, required(field, value));
    if (isBlank(line)) {
      throw new RefusedException(field, "must not be blank");
    }
    return line;
  }

  private static boolean isBlank(String line) {
    for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
      if (!isInvisible(line.codePointAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Separators, and signs that only shape their neighbours: a name of these shows as nothing. */
  private static boolean isInvisible(int codePoint) {
    return Character.isSpaceChar(codePoint) || Character.getType(codePoint) == Character.FORMAT;
  }

  /** Strips white space; null becomes the empty string. */
  static String line(String field, @Nullable String value) {
    return text(field, value, LINE, false);
  }

  /** Like {@link #line}, longer, and line breaks and tabs are welcome. */
  static String prose(String field, @Nullable String value) {
    return text(field, value, PROSE, true);
  }

  private static String text(String field, @Nullable String value, int longest, boolean breaks) {
    if (value == null) {
      return "";
    }
    var stripped = value.strip();
    if (stripped.length() > longest) {
      throw new RefusedException(field, "is longer than " + longest + " characters");
    }
    for (int i = 0; i < stripped.length(); i++) {
      char c = stripped.charAt(i);
      if (c >= ' ' && c < DELETE) {
        continue;
      }
      if (Character.isISOControl(c) && !(breaks && (c == '\n' || c == '\r' || c == '\t'))) {
        throw new RefusedException(field, "holds the control character U+%04X".formatted((int) c));
      }
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < stripped.length()
              && Character.isLowSurrogate(stripped.charAt(i + 1));
      if (pair) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw new RefusedException(field, "holds half of a surrogate pair");
      }
    }
    return stripped;
  }

  static <T> List<T> list(String field, @Nullable Collection<T> values) {
    if (values == null) {
      return List.of();
    }
    if (values.size() > ITEMS) {
      throw new RefusedException(field, "has more than " + ITEMS + " elements");
    }
    int index = 0;
    for (var value : values) {
      if (value == null) {
        throw new RefusedException(field + "[" + index + "]", "must not be null");
      }
      index++;
    }
    return List.copyOf(values);
  }

  /** A list of one-line texts; blank ones are refused. */
  static List<String> lines(String field, @Nullable Collection<String> values) {
    var given = list(field, values);
    var lines = new ArrayList<String>(given.size());
    for (int i = 0; i < given.size(); i++) {
      lines.add(requiredLine(field + "[" + i + "]", given.get(i)));
    }
    return List.copyOf(lines);
  }

  static int between(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw new RefusedException(field, "must be between " + least + " and " + most);
    }
    return value;
  }

  static <T> T orElse(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }
}
