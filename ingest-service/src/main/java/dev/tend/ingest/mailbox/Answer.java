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

  private static final Pattern SIGNATURE = Pattern.compile("--\\s?|_{20,}");

  /** A line that says when or to whom, which any line that ends with a colon does not. */
  private static final Pattern DATED = Pattern.compile(".*(\\d{2}|@).*");

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
    int lastQuote = lines.size() - 1;
    while (lastQuote >= 0 && !quoted(lines.get(lastQuote))) {
      lastQuote--;
    }
    for (int i = 0; i < lines.size(); i++) {
      if (isEnd(lines, i, lastQuote)) {
        return i;
      }
    }
    return lines.size();
  }

  private static boolean isEnd(List<String> lines, int at, int lastQuote) {
    var line = lines.get(at).strip();
    if (line.isEmpty() || quoted(line)) {
      return false;
    }
    return SIGNATURE.matcher(line).matches()
        || isMarker(line)
        || Phrases.SENT_FROM.are(line)
        || isHead(lines, at)
        || introducesUnquoted(lines, at, lastQuote);
  }

  /** "-----Original Message-----", with dashes around. */
  private static boolean isMarker(String line) {
    return line.startsWith("--") && Phrases.FORWARDED.are(Phrases.undashed(line));
  }

  /** "From: …", and "Sent: …" or the like below it. */
  private static boolean isHead(List<String> lines, int at) {
    if (ForwardedLetter.value(Phrases.FROM, lines.get(at)).isEmpty() || at + 1 >= lines.size()) {
      return false;
    }
    var next = lines.get(at + 1);
    return ForwardedLetter.value(Phrases.SENT, next).isPresent()
        || ForwardedLetter.value(Phrases.TO, next).isPresent()
        || ForwardedLetter.value(Phrases.SUBJECT, next).isPresent();
  }

  /**
   * "On Tue, 10 Feb 2026 at 09:00, Amy Chen wrote:", on one line or two, where what follows bears
   * no quotation mark.
   */
  private static boolean introducesUnquoted(List<String> lines, int at, int lastQuote) {
    var line = lines.get(at).strip();
    boolean wrapped = !line.endsWith(":") && at + 1 < lines.size();
    var whole = wrapped ? line + " " + lines.get(at + 1).strip() : line;
    int last = wrapped ? at + 1 : at;
    return whole.endsWith(":")
        && DATED.matcher(whole).matches()
        && Phrases.WROTE.are(whole)
        && lastQuote <= last;
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
