package dev.tend.scoring.signal;

import dev.tend.scoring.name.Phrases;
import dev.tend.scoring.name.Text;
import dev.tend.scoring.name.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a note leads out of LinkedIn: by a link, an address, a phone number or a messenger, also
 * where it is spelled out to pass a filter ("w h a t s app", "gmail dot com"). A company or product
 * with a dot in its name ("Booking.com", "Node.js") is no link.
 */
final class Links {
  private static final String ENDINGS =
      "com|net|org|io|me|ly|co|biz|info|shop|app|xyz|link|site|online|store|ai|gl|gg|to|ru|cn|ca|de|fr|es|br|pt|uk|eu|ch|at|us|in|ng|tk|top|club|live|pro|vip|cc|page|dev|agency|digital";

  private static final String AN_ADDRESS = "e-mail";

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)(?:https?://|hxxps?://|\\bwww\\.)\\S|(?<![\\w@.])([a-z0-9][a-z0-9-]{0,40}(?:\\.[a-z0-9-]{2,40}){0,3}\\.(?:"
              + ENDINGS
              + "))(/\\S*)?(?![\\w-]|\\.\\w)");

  private static final Pattern MAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,60}\\.[\\w.-]{2,}");

  /** "anna (at) gmail.com". */
  private static final Pattern BRACKETED_AT =
      Pattern.compile("(?i)[\\[(]\\s?(?:at|arroba|ät)\\s?[\\])]");

  /** Nine digits or more, with the signs that stand in a phone number between them. */
  private static final Pattern PHONE =
      Pattern.compile("(?<![\\w,.])\\+?\\(?\\d(?:[ ()./\\-\u00a0]{0,3}\\d){8,14}(?![\\d%€$])");

  /** A range of years and the like is no phone number. */
  private static final Pattern YEARS = Pattern.compile("(?:(?:19|20)\\d\\d[ ./,\\-]*){2,}");

  /** What is spelled letter by letter: "w h a t s app", "T.e.l.e.g.r.a.m". */
  private static final List<String> SPELLED_OUT = List.of("whats", "telegram", "wechat", "viber");

  private static final int FEWEST_SINGLE_LETTERS = 4;

  /** Messengers that are named with a number or the word "id" behind them. */
  private static final Set<String> NUMBERED =
      Set.of("qq", "vx", "wx", "line", "kik", "zalo", "icq", "snap", "ig", "insta");

  private static final int FEWEST_DIGITS = 5;

  /** Firms and products that are called so. */
  private static final Set<String> NAMES = names();

  private static final Phrases<String> NAMED =
      Phrases.of(
          book -> PhraseFile.read("messengers.txt", (name, phrase) -> book.add(phrase, name)));

  private Links() {}

  /** What leads out, in words, such as "a link"; empty when nothing does. */
  static Optional<String> in(Text text) {
    var raw = text.raw();
    var named = named(text);
    if ((raw.indexOf('@') > 0 && MAIL.matcher(raw).find())
        || named.equals(AN_ADDRESS)
        || (hasBracket(raw) && BRACKETED_AT.matcher(raw).find())) {
      return Optional.of("an e-mail address");
    }
    if ((hasInnerDot(raw) || raw.contains("://")) && hasLink(raw)) {
      return Optional.of("a link");
    }
    if (digits(raw) >= 9 && hasPhone(raw)) {
      return Optional.of("a phone number");
    }
    if (!named.isEmpty()) {
      return Optional.of("a way to reach them by " + named);
    }
    return isSpelledOut(text.words()) || isNumbered(text)
        ? Optional.of("a way to reach them by messenger")
        : Optional.empty();
  }

  /** The first messenger that is named, or that an address is spelled out; empty for none. */
  private static String named(Text text) {
    for (var found : NAMED.in(text.words())) {
      if (found.value().equals(AN_ADDRESS) || !isEmployer(text, found)) {
        return found.value();
      }
    }
    return "";
  }

  private static boolean hasBracket(String raw) {
    return raw.indexOf('(') >= 0 || raw.indexOf('[') >= 0;
  }

  /** Whether a letter follows a full stop at once, without which there is no address. */
  private static boolean hasInnerDot(String raw) {
    for (int dot = raw.indexOf('.'); dot >= 0; dot = raw.indexOf('.', dot + 1)) {
      if (dot + 1 < raw.length() && Character.isLetter(raw.charAt(dot + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSpelledOut(List<Words.Word> words) {
    int single = 0;
    for (int i = 0; i < words.size(); i++) {
      single = words.get(i).folded().length() == 1 ? single + 1 : 0;
      if (single == FEWEST_SINGLE_LETTERS) {
        var letters = new StringBuilder();
        for (int j = i - single + 1; j < words.size() && letters.length() < 12; j++) {
          var _ = letters.append(words.get(j).folded());
        }
        var spelled = letters.toString();
        if (SPELLED_OUT.stream().anyMatch(spelled::startsWith)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isNumbered(Text text) {
    var words = text.words();
    for (int i = 0; i + 1 < words.size(); i++) {
      if (NUMBERED.contains(words.get(i).folded())) {
        int next = words.get(i + 1).folded().equals("id") && i + 2 < words.size() ? i + 2 : i + 1;
        if (digits(words.get(next).folded()) >= FEWEST_DIGITS) {
          return true;
        }
      }
    }
    return false;
  }

  /** "I lead marketing at Skype" names an employer. */
  private static boolean isEmployer(Text text, Phrases.Found<String> found) {
    return found.from() > 0
        && Set.of("at", "bei", "chez").contains(text.words().get(found.from() - 1).folded());
  }

  /** A name with a dot counts as a link when it has a path, or is not known as a firm's name. */
  private static boolean hasLink(String raw) {
    var matcher = ADDRESS.matcher(raw);
    while (matcher.find()) {
      if (matcher.group(1) == null || matcher.group(2) != null || !isName(raw, matcher)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Known, or written with a capital behind "at" and the like ("at Widgets.io"), or a degree
   * ("B.Com."), or two sentences that a space is missing between ("my team.In May").
   */
  private static boolean isName(String raw, Matcher matcher) {
    var name = matcher.group(1);
    if (NAMES.contains(name.toLowerCase(Locale.ROOT))) {
      return true;
    }
    int dot = name.lastIndexOf('.');
    if (Character.isUpperCase(name.charAt(dot + 1))
        && (dot == 1 || !Character.isUpperCase(name.charAt(dot - 1)))) {
      return true;
    }
    var before =
        raw.substring(Math.max(0, matcher.start() - 6), matcher.start()).toLowerCase(Locale.ROOT);
    return Character.isUpperCase(name.charAt(0))
        && (before.endsWith(" at ")
            || before.endsWith(" with ")
            || before.endsWith(" from ")
            || before.endsWith("chez ")
            || before.endsWith(" bei "));
  }

  private static Set<String> names() {
    var names = new HashSet<String>();
    PhraseFile.read("dotted-names.txt", (_, name) -> names.add(name));
    return Set.copyOf(names);
  }

  private static boolean hasPhone(String raw) {
    var matcher = PHONE.matcher(raw);
    while (matcher.find()) {
      if (!YEARS.matcher(matcher.group().strip()).matches()) {
        return true;
      }
    }
    return false;
  }

  private static int digits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        digits++;
      }
    }
    return digits;
  }
}
