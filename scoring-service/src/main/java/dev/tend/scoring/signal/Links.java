package dev.tend.scoring.signal;

import dev.tend.scoring.name.Phrases;
import dev.tend.scoring.name.Text;
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

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)(?:https?://|hxxps?://|\\bwww\\.)\\S|(?<![\\w@.])([a-z0-9][a-z0-9-]{0,40}(?:\\.[a-z0-9-]{2,40}){0,3}\\.(?:"
              + ENDINGS
              + "))(/\\S*)?(?![\\w-]|\\.\\w)");

  private static final Pattern MAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,60}\\.[\\w.-]{2,}");

  /** "anna at gmail dot com", "anna (at) gmail.com", "gmail punto com". */
  private static final Pattern SPELLED_MAIL =
      Pattern.compile(
          "(?i)[\\[(]\\s?(?:at|arroba|ät)\\s?[\\])]|\\b(?:gmail|outlook|hotmail|yahoo|proton(?:mail)?|icloud|gmx)\\s?[\\[(]?\\s?(?:dot|point|punkt|punto|ponto|\\.)\\s?[\\])]?\\s?(?:com|net|me|de|fr|es|ca|ch)\\b|\\bdot com/?\\S*$");

  /** Nine digits or more, with the signs that stand in a phone number between them. */
  private static final Pattern PHONE =
      Pattern.compile("(?<![\\w,.])\\+?\\(?\\d(?:[ ()./\\-\u00a0]{0,3}\\d){8,14}(?![\\d%€$])");

  /** A range of years and the like is no phone number. */
  private static final Pattern YEARS = Pattern.compile("(?:(?:19|20)\\d\\d[ ./,\\-]*){2,}");

  /** Letters one by one: "w h a t s a p p", "t.e.l.e.g.r.a.m", "W-h-a-t-s app". */
  private static final Pattern SPACED =
      Pattern.compile(
          "(?i)\\b(?:w[ .\\-_*]{1,2}h[ .\\-_*]{1,2}a[ .\\-_*]{1,2}t[ .\\-_*]{1,2}s[ .\\-_*]{0,2}a[ .\\-_*]{0,2}p|t[ .\\-_*]{1,2}e[ .\\-_*]{1,2}l[ .\\-_*]{1,2}e[ .\\-_*]{1,2}g[ .\\-_*]{1,2}r[ .\\-_*]{1,2}a[ .\\-_*]{1,2}m)");

  /** QQ and the like are named with a number or the word "id". */
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?i)\\b(?:qq|vx|wx|line|kik|zalo|icq|snap|ig|insta)\\s?(?:id|号|no|number)?\\s?[:：]\\s?@?\\w{4,}|\\bqq\\s?\\d{5,}|(?:微信|加微|加我)");

  /** Firms and products that are called so. */
  private static final Set<String> NAMES =
      Set.of(
          "booking.com",
          "salesforce.com",
          "amazon.com",
          "monster.com",
          "indeed.com",
          "ancestry.com",
          "hotels.com",
          "cars.com",
          "overstock.com",
          "match.com",
          "care.com",
          "bet365.com",
          "monday.com",
          "make.com",
          "alibaba.com",
          "jd.com",
          "trip.com",
          "auto.com",
          "wayfair.com",
          "chess.com",
          "crypto.com",
          "notion.so",
          "c3.ai",
          "h2o.ai",
          "character.ai",
          "x.ai",
          "otter.ai",
          "outreach.io",
          "customer.io",
          "draw.io",
          "socket.io",
          "otto.de",
          "mobile.de",
          "check24.de",
          "kununu.com",
          "id.me",
          "about.me",
          "change.org",
          "code.org",
          "leboncoin.fr",
          "bol.com",
          "asp.net",
          "vb.net",
          "ado.net",
          "ml.net",
          "credit.com",
          "last.fm",
          "priceline.com");

  private static final Phrases<String> MESSENGERS =
      Phrases.of(
          book -> {
            for (var name :
                List.of(
                    "WhatsApp",
                    "Telegram",
                    "WeChat",
                    "Viber",
                    "Skype",
                    "Line ID",
                    "Signal App",
                    "KakaoTalk",
                    "Snapchat")) {
              book.add(name, name);
            }
            for (var name :
                List.of(
                    "Whats App",
                    "Whatsap",
                    "Watsapp",
                    "Whatsaap",
                    "Whatapp",
                    "Whats ap",
                    "Wsp",
                    "Whatsup me")) {
              book.add(name, "WhatsApp");
            }
            for (var name : List.of("Tele gram", "Telegramm", "Telegrama", "TG channel")) {
              book.add(name, "Telegram");
            }
            for (var name : List.of("We chat ID", "Weixin", "my wechat")) {
              book.add(name, "WeChat");
            }
          });

  private Links() {}

  /** What leads out, in words, such as "a link"; empty when nothing does. */
  static Optional<String> in(Text text) {
    var raw = text.raw();
    if ((raw.indexOf('@') > 0 && MAIL.matcher(raw).find()) || SPELLED_MAIL.matcher(raw).find()) {
      return Optional.of("an e-mail address");
    }
    if ((raw.indexOf('.') >= 0 || raw.contains("://")) && hasLink(raw)) {
      return Optional.of("a link");
    }
    if (digits(raw) >= 9 && hasPhone(raw)) {
      return Optional.of("a phone number");
    }
    if (SPACED.matcher(raw).find() || NUMBERED.matcher(raw).find()) {
      return Optional.of("a way to reach them by messenger");
    }
    return MESSENGERS.in(text.words()).stream()
        .findFirst()
        .filter(found -> !isEmployer(text, found))
        .map(found -> "a way to reach them by " + found.value());
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
   * Known, or written with a capital behind "at" and the like ("at Widgets.io"), or two sentences
   * that a space is missing between ("my team.In May").
   */
  private static boolean isName(String raw, Matcher matcher) {
    var name = matcher.group(1);
    if (NAMES.contains(name.toLowerCase(Locale.ROOT))) {
      return true;
    }
    char afterDot = name.charAt(name.lastIndexOf('.') + 1);
    if (Character.isUpperCase(afterDot)
        && !Character.isUpperCase(name.charAt(name.lastIndexOf('.') - 1))) {
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
