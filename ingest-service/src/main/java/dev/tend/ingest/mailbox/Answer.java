package dev.tend.ingest.mailbox;

import dev.tend.ingest.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the writer's own words in an answer. In this order:
 *
 * <ol>
 *   <li>the text ends at a signature ({@code -- }), at a line by which Outlook and others introduce
 *       the earlier mail, or at a line that a telephone adds;
 *   <li>lines that begin with {@code >} are quoted, and so is the line or two before them that end
 *       with a colon and say who wrote;
 *   <li>words before the first quoted line are the answer; when there are none, those between and
 *       after the quoted lines are.
 * </ol>
 *
 * Whatever these rules do not know stays in: a few words too many do less harm than a lost answer.
 */
final class Answer {
  private static final int LONGEST = 10_000;

  private static final Pattern END =
      Pattern.compile(
          "--\\s?|_{20,}|-{3,} ?(original message|forwarded message|ursprüngliche nachricht|message d'origine) ?-{3,}"
              + "|(sent from my|get outlook for|envoyé de mon|von meinem) .{1,60}",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern HEADER =
      Pattern.compile("(from|de|von|da): ?.+", Pattern.CASE_INSENSITIVE);
  private static final Pattern NEXT_HEADER =
      Pattern.compile(
          "(sent|date|to|subject|envoyé|gesendet|an|à|objet|betreff) ?: ?.*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Answer() {}

  /** The writer's own words; empty when they wrote none. */
  static String of(ReceivedMail mail) {
    var text = mail.plain().isBlank() ? HtmlLines.of(mail.html()) : mail.plain();
    var lines = own(text.lines().toList());
    return PlainText.atMost(LONGEST, PlainText.prose(String.join("\n", lines)));
  }

  private static List<String> own(List<String> text) {
    var lines = text.subList(0, end(text));
    int quote = 0;
    while (quote < lines.size() && !quoted(lines.get(quote))) {
      quote++;
    }
    if (quote == lines.size()) {
      return lines;
    }
    int before = introduction(lines, quote);
    var above = lines.subList(0, before);
    if (above.stream().anyMatch(line -> !line.isBlank())) {
      return above;
    }
    var below = new ArrayList<String>();
    for (var line : lines.subList(quote, lines.size())) {
      if (!quoted(line)) {
        below.add(line);
      }
    }
    return below;
  }

  private static int end(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      boolean headers =
          HEADER.matcher(lines.get(i).strip()).matches()
              && i + 1 < lines.size()
              && NEXT_HEADER.matcher(lines.get(i + 1).strip()).matches();
      if (headers || END.matcher(lines.get(i).strip()).matches()) {
        return i;
      }
    }
    return lines.size();
  }

  /** Where "Amy Chen wrote:" begins, which may stand on two lines; else where the quote does. */
  private static int introduction(List<String> lines, int quote) {
    int last = quote - 1;
    while (last >= 0 && lines.get(last).isBlank()) {
      last--;
    }
    if (last < 0 || !lines.get(last).strip().endsWith(":")) {
      return quote;
    }
    boolean wrapped =
        last > 0
            && !lines.get(last - 1).isBlank()
            && (last < 2 || lines.get(last - 2).isBlank())
            && lines.get(last - 1).matches(".*[0-9@<].*");
    return wrapped ? last - 1 : last;
  }

  private static boolean quoted(String line) {
    return line.startsWith(">");
  }
}
