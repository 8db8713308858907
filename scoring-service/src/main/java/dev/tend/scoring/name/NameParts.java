package dev.tend.scoring.name;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name cut at what separates its parts: "Deloitte | Toronto", "Acme (Canada) Inc., Boston". A
 * hyphen within a word separates nothing.
 *
 * @param head what stands before the first separator, the words behind brackets added to it
 * @param others in order
 */
record NameParts(String head, List<Part> others) {

  /** What separates a part from those before. */
  enum Joint {
    COMMA,
    DASH,
    BAR,
    SLASH,
    AT,
    BRACKETS
  }

  /** One part. */
  record Part(Joint joint, String text) {}

  static NameParts of(String name) {
    var others = new ArrayList<Part>(2);
    var outside = withoutBrackets(name, others);
    int start = 0;
    var joint = Joint.COMMA;
    var head = "";
    var behind = new ArrayList<Part>(2);
    for (int i = 0; i <= outside.length(); i++) {
      var next = i == outside.length() ? joint : jointAt(outside, i);
      if (next != null) {
        var text = outside.substring(start, i).strip();
        if (!Words.of(text).isEmpty()) {
          if (head.isEmpty()) {
            head = text;
          } else {
            behind.add(new Part(joint, text));
          }
        }
        joint = next;
        start = i + 1;
      }
    }
    behind.addAll(others);
    return new NameParts(head, List.copyOf(behind));
  }

  private static String withoutBrackets(String name, List<Part> brackets) {
    int open = openBracket(name, 0);
    if (open < 0) {
      return name;
    }
    var outside = new StringBuilder(name.length());
    int from = 0;
    while (open >= 0) {
      int close = name.indexOf(name.charAt(open) == '(' ? ')' : ']', open);
      int end = close < 0 ? name.length() : close;
      outside.append(name, from, open).append(' ');
      brackets.add(new Part(Joint.BRACKETS, name.substring(open + 1, end).strip()));
      from = Math.min(end + 1, name.length());
      open = openBracket(name, from);
    }
    return outside.append(name, from, name.length()).toString();
  }

  private static int openBracket(String name, int from) {
    for (int i = from; i < name.length(); i++) {
      if (name.charAt(i) == '(' || name.charAt(i) == '[') {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable Joint jointAt(String text, int at) {
    return switch (text.charAt(at)) {
      case ',', ';' -> Joint.COMMA;
      case '|', '•', '·', '/' ->
          text.charAt(at) == '/' ? (isSpaced(text, at) ? Joint.SLASH : null) : Joint.BAR;
      case '–', '—', '-', ':' -> isSpaced(text, at) ? Joint.DASH : null;
      case '@' -> Joint.AT;
      default -> null;
    };
  }

  private static boolean isSpaced(String text, int at) {
    return (at > 0 && Character.isWhitespace(text.charAt(at - 1)))
        || (text.charAt(at) != '-'
            && at + 1 < text.length()
            && Character.isWhitespace(text.charAt(at + 1)));
  }
}
