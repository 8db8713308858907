package dev.tend.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who a person is: the canonical path of their LinkedIn profile, such as {@code in/jane-doe}. It is
 * the key of everything that Tend knows about a person.
 *
 * @param path percent-decoded, NFC, without host, query, fragment and language suffix; in lower
 *     case, unless it is an id that LinkedIn made
 */
public record PersonKey(@JsonValue String path) implements Comparable<PersonKey> {
  /** Links in mails carry tokens, and a letter beyond ASCII takes up to twelve characters. */
  private static final int LONGEST_ADDRESS = 4000;

  private static final int LONGEST_PATH = 300;

  /** {@code [scheme://][host/][comm/]in/slug[/anything][?query][#fragment]}. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:(?:https?://)?(?:[a-z0-9-]+\\.)?linkedin\\.com/)?/?(?:comm/|mwlite/)?"
              + "(in|pub)/([^/?#]+)([^?#]*)(?:[?#].*)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** The tail of an address of the years before 2014: {@code /pub/jane-doe/1/2a/3b4}. */
  private static final Pattern OLD_TAIL =
      Pattern.compile(
          "/([0-9a-f]{1,3})/([0-9a-f]{1,3})/([0-9a-f]{1,3})(?:/.*)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Letters of any script with what joins them, digits, symbols (emoji too), a few marks. */
  private static final Pattern SLUG =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{So}\\p{Sk}\\u200C\\u200D_.~'’&+-]+");

  /**
   * What LinkedIn puts in the place of a name where it does not want to tell it: some 29 bytes as
   * base64url, in which upper and lower case differ. As a name in lower case it leads nowhere.
   */
  private static final Pattern OPAQUE = Pattern.compile("AC[ow]A[A-Za-z0-9_-]{35,}");

  /** What stands in for bytes that are no UTF-8; two people must not share it. */
  private static final char REPLACEMENT = '\uFFFD';

  private static final String WEB = "https://www.linkedin.com/";
  private static final String IN = "in/";

  public PersonKey {
    if (!path.startsWith(IN)
        || path.length() > LONGEST_PATH
        || !(isPlain(path, IN.length()) || isCanonical(path))) {
      throw new RefusedException("", "is not a profile path such as in/jane-doe");
    }
  }

  /**
   * Reads any address of a profile that LinkedIn has used: country hosts, mobile, {@code /comm/}
   * links of mails, old {@code /pub/} addresses, percent-encoding, or the bare path.
   *
   * @throws RefusedException when it is none of these
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static PersonKey of(String address) {
    if (address.length() > LONGEST_ADDRESS) {
      throw new RefusedException("", "is longer than " + LONGEST_ADDRESS + " characters");
    }
    int slugAt = (address.startsWith(WEB) ? WEB.length() : 0) + IN.length();
    if (address.startsWith(IN, slugAt - IN.length()) && isPlain(address, slugAt)) {
      return new PersonKey(address.substring(slugAt - IN.length()));
    }
    Matcher matcher = ADDRESS.matcher(address.strip());
    if (!matcher.matches()) {
      throw noAddress();
    }
    boolean old = matcher.group(1).equalsIgnoreCase("pub");
    var slug = canonical(decoded(matcher.group(2)));
    if (old && slug.equals("dir")) {
      throw noAddress(); // a page of namesakes
    }
    var tail = OLD_TAIL.matcher(matcher.group(3));
    if (old && tail.matches()) {
      slug += "-" + rewritten(tail);
    }
    return new PersonKey(IN + slug);
  }

  /** The address to open in a browser. */
  public String url() {
    return isPlain(path, IN.length())
        ? WEB + path
        : WEB + IN + URLEncoder.encode(path.substring(IN.length()), StandardCharsets.UTF_8);
  }

  /** Names nobody; {@link #path} is the key. */
  @Override
  public String toString() {
    return "PersonKey[redacted]";
  }

  @Override
  public int compareTo(PersonKey other) {
    return path.compareTo(other.path);
  }

  /** Most slugs are plain, and a plain one needs no decoding, encoding or normal form. */
  private static boolean isPlain(String text, int from) {
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
      if (!plain) {
        return false;
      }
    }
    return text.length() > from;
  }

  private static boolean isCanonical(String path) {
    var slug = path.substring(IN.length());
    return SLUG.matcher(slug).matches()
        && slug.indexOf(REPLACEMENT) < 0
        && slug.equals(canonical(slug));
  }

  /** Lower case can come apart again ({@code İ}), so the form is normal after it as well. */
  private static String canonical(String slug) {
    if (OPAQUE.matcher(slug).matches()) {
      return slug;
    }
    var lower = Normalizer.normalize(slug, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Normalizer.Form.NFC);
  }

  private static String decoded(String slug) {
    try {
      var decoded = URLDecoder.decode(slug.replace("+", "%2B"), StandardCharsets.UTF_8);
      if (decoded.indexOf(REPLACEMENT) < 0) {
        return decoded;
      }
    } catch (IllegalArgumentException _) {
      // said below
    }
    throw new RefusedException("", "has a broken percent-encoding");
  }

  /** LinkedIn rewrote {@code /pub/name/1/2a/3b4} as {@code /in/name-3b402a1}: last part first. */
  private static String rewritten(Matcher tail) {
    return (padded(tail.group(3)) + padded(tail.group(2)) + tail.group(1)).toLowerCase(Locale.ROOT);
  }

  private static String padded(String part) {
    return "0".repeat(3 - part.length()) + part;
  }

  private static RefusedException noAddress() {
    return new RefusedException(
        "", "is not a LinkedIn profile address such as https://www.linkedin.com/in/jane-doe");
  }
}
