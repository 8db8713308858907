package dev.tend.ingest.mailbox;

import dev.tend.events.RefusedException;
import dev.tend.ingest.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a notice says about the inviter. In every layout a block of lines begins with their name;
 * the headline follows, then in some layouts company and place, and how many connections both have.
 * What the inviter wrote stands above it, under the greeting, or below it, between quotation marks
 * or under a heading of its own.
 *
 * @param inCommon how many connections both have; null when the notice does not say
 */
record NoticeBody(
    String name,
    String headline,
    String company,
    String place,
    String note,
    @Nullable Integer inCommon) {
  private static final int LONGEST_LINE = 500;
  private static final int LONGEST_PLACE = 120;
  private static final int LONGEST_BLOCK = 5;
  private static final int MOST_IN_COMMON = 100_000;

  private static final Pattern GREETING = Pattern.compile("[^,.!?]{1,80},");
  private static final Pattern QUOTED = Pattern.compile("[\"“„«»‟]\\s?(.{2,})\\s?[\"”“»«]");
  private static final Pattern DOTS = Pattern.compile("[-_.=*\\s]{3,}");

  /**
   * Reads a notice.
   *
   * @param sender the inviter's name, when it is known already; else empty
   * @param plain the lines of the plain text, none when there is none
   * @param shown the lines of the HTML, none when there is none
   * @throws RefusedException when it does not tell the inviter's name
   */
  static NoticeBody of(String sender, List<String> plain, List<String> shown) {
    var name = sender.isEmpty() ? named(plain).or(() -> named(shown)).orElse("") : sender;
    int inPlain = name.isEmpty() ? aboveLinks(plain) : plain.indexOf(name);
    if (name.isEmpty() && inPlain >= 0) {
      name = PlainText.atMost(LONGEST_LINE, plain.get(inPlain));
    }
    if (name.isEmpty()) {
      throw new RefusedException("From", "holds no name, and neither does the text");
    }
    int inHtml = shown.indexOf(name);
    var fromPlain = Details.of(block(plain, inPlain));
    var fromHtml = Details.of(block(shown, inHtml));
    var note = note(plain, inPlain, true);
    return new NoticeBody(
        name,
        either(fromPlain.headline(), fromHtml.headline()),
        either(fromPlain.company(), fromHtml.company()),
        either(fromPlain.place(), fromHtml.place()),
        note.isEmpty() && plain.stream().allMatch(String::isEmpty)
            ? note(shown, inHtml, false)
            : note,
        Stream.concat(plain.stream(), shown.stream())
            .flatMap(line -> inCommon(line).stream())
            .findFirst()
            .orElse(null));
  }

  private static String either(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  private static Optional<String> named(List<String> lines) {
    return lines.stream()
        .flatMap(
            line -> Phrases.INVITATION.name(line).or(() -> Phrases.REMINDER.name(line)).stream())
        .findFirst();
  }

  /** The first line of what stands just above the first link; below 0 when nothing does. */
  private static int aboveLinks(List<String> lines) {
    int last = 0;
    while (last < lines.size() && !isLink(lines.get(last))) {
      last++;
    }
    if (last == lines.size()) {
      return -1;
    }
    do {
      last--;
    } while (last >= 0 && (lines.get(last).isEmpty() || inCommon(lines.get(last)).isPresent()));
    int first = last;
    while (first > 0 && !lines.get(first - 1).isEmpty()) {
      first--;
    }
    return first;
  }

  /** The lines under the name. */
  private static List<String> block(List<String> lines, int name) {
    var block = new ArrayList<String>();
    for (int i = name + 1; name >= 0 && i < lines.size() && block.size() < LONGEST_BLOCK; i++) {
      var line = lines.get(i);
      if (line.isEmpty() || isEnd(line)) {
        break;
      }
      if (inCommon(line).isEmpty()) {
        block.add(PlainText.atMost(LONGEST_LINE, line));
      }
    }
    return block;
  }

  private static boolean isEnd(String line) {
    return isLink(line)
        || Phrases.BUTTON.are(line)
        || Phrases.NOTE.are(line)
        || QUOTED.matcher(line).matches()
        || DOTS.matcher(line).matches();
  }

  private static boolean isLink(String line) {
    return line.contains("://");
  }

  private static Optional<Integer> inCommon(String line) {
    var others = Phrases.MUTUAL_OTHERS.in(line);
    if (others.isPresent()) {
      int named = Phrases.group(others.get(), "name").orElse("").split(",", -1).length;
      return Phrases.group(others.get(), "n").map(n -> bounded(Integer.parseInt(n) + named));
    }
    if (Phrases.MUTUAL_ONE.are(line)) {
      return Optional.of(1);
    }
    return Phrases.MUTUAL
        .in(line)
        .flatMap(found -> Phrases.group(found, "n"))
        .map(n -> bounded(Integer.parseInt(n)));
  }

  private static int bounded(int count) {
    return Math.min(count, MOST_IN_COMMON);
  }

  /**
   * What the inviter wrote.
   *
   * @param all whether everything between greeting and name is theirs; in HTML a preview and a
   *     heading stand there, too, so that only what follows a greeting is
   */
  private static String note(List<String> lines, int name, boolean all) {
    int end = name < 0 ? 0 : name;
    int from = 0;
    while (from < end && (lines.get(from).isEmpty() || isLinkedIns(lines.get(from)))) {
      from++;
    }
    boolean greeted = from < end && GREETING.matcher(lines.get(from)).matches();
    for (int i = from; !all && !greeted && i < end; i++) {
      greeted = GREETING.matcher(lines.get(i)).matches();
      from = greeted ? i : from;
    }
    if (all || greeted) {
      var above = theirs(lines.subList(Math.min(end, greeted ? from + 1 : from), end));
      if (!above.isEmpty()) {
        return above;
      }
    }
    return below(lines, name);
  }

  /** A line that LinkedIn wrote. */
  private static boolean isLinkedIns(String line) {
    return Phrases.INVITATION.are(line)
        || Phrases.REMINDER.are(line)
        || Phrases.STANDARD.are(line)
        || Phrases.NOTE.are(line)
        || Phrases.BUTTON.are(line)
        || isLink(line)
        || inCommon(line).isPresent()
        || DOTS.matcher(line).matches();
  }

  private static String theirs(List<String> lines) {
    var words = lines.stream().filter(line -> line.isEmpty() || !isLinkedIns(line)).toList();
    var note = PlainText.prose(String.join("\n", words));
    // a sentence of LinkedIn's may be wrapped
    return Phrases.STANDARD.are(PlainText.line(note)) ? "" : unquoted(note);
  }

  private static String below(List<String> lines, int name) {
    for (int i = Math.max(0, name); i < lines.size(); i++) {
      if (Phrases.NOTE.are(lines.get(i))) {
        return theirs(untilEnd(lines, i + 1));
      }
      if (name >= 0 && QUOTED.matcher(lines.get(i)).matches()) {
        return theirs(List.of(lines.get(i)));
      }
    }
    return "";
  }

  private static List<String> untilEnd(List<String> lines, int from) {
    int end = from;
    while (end < lines.size()
        && !isLink(lines.get(end))
        && !Phrases.BUTTON.are(lines.get(end))
        && !DOTS.matcher(lines.get(end)).matches()) {
      end++;
    }
    return lines.subList(from, end);
  }

  private static String unquoted(String note) {
    var quoted = QUOTED.matcher(note);
    return quoted.matches() ? quoted.group(1).strip() : note;
  }

  @Override
  public String toString() {
    return "NoticeBody[redacted]";
  }

  /** The lines under the name, told apart. */
  private record Details(String headline, String company, String place) {
    private static final Pattern TOWN =
        Pattern.compile("[\\p{L}\\p{M}.'’\\- ]{1,60},[\\p{L}\\p{M}.'’,\\- ]{1,60}");
    private static final Pattern COMPANY =
        Pattern.compile("(?i).*,\\s?(inc|ltd|llc|l\\.p|llp|plc|gmbh|ag|s\\.a|co)\\.?");

    static Details of(List<String> block) {
      var headline = block.isEmpty() ? "" : block.getFirst();
      var company = "";
      var place = "";
      for (var line : block.subList(Math.min(1, block.size()), block.size())) {
        for (var piece : line.split(" [·•|] ", -1)) {
          if (place.isEmpty() && isPlace(piece)) {
            place = piece;
          } else if (company.isEmpty() && place.isEmpty()) {
            company = piece;
          }
        }
      }
      return new Details(headline, company, place);
    }

    /** A town with its country or state, or a region; a company's legal form is neither. */
    private static boolean isPlace(String text) {
      return text.length() <= LONGEST_PLACE
          && (Phrases.PLACE.are(text)
              || (TOWN.matcher(text).matches() && !COMPANY.matcher(text).matches()));
    }
  }
}
