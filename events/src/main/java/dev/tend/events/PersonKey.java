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
 * @param path lower case, percent-decoded, NFC, without host, query, fragment and language suffix
 */
public record PersonKey(@JsonValue String path) implements Comparable<PersonKey> {
  private static final int LONGEST = 300;

  /** {@code [scheme://][host/][comm/]in/slug[/anything][?query][#fragment]}. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:(?:https?://)?(?:[a-z0-9-]+\\.)?linkedin\\.com/)?/?(?:comm/)?(in|pub)/([^/?#]+)([^?#]*)(?:[?#].*)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** The tail of an address of the years before 2014: {@code /pub/jane-doe/1/2a/3b4}. */
  private static final Pattern OLD_TAIL =
      Pattern.compile(
          "/([0-9a-f]{1,3})/([0-9a-f]{1,3})/([0-9a-f]{1,3})/?", Pattern.CASE_INSENSITIVE);

  private static final Pattern SLUG = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{So}_.~'’&+-]+");

  public PersonKey {
    if (!path.startsWith("in/") || !SLUG.matcher(path.substring(3)).matches()) {
      throw new RefusedException("", "is not a profile path such as in/jane-doe");
    }
  }

  /**
   * Reads any address of a profile that LinkedIn has used: country hosts, mobile, {@code /comm/}
   * links of mails, old {@code /pub/} addresses, percent-encoding, or the bare path.
   *
   * @throws RefusedException when it is none of these
   */
  @JsonCreator
  public static PersonKey of(String address) {
    Matcher matcher = ADDRESS.matcher(address.strip());
    if (address.length() > LONGEST || !matcher.matches()) {
      throw new RefusedException(
          "", "is not a LinkedIn profile address such as https://www.linkedin.com/in/jane-doe");
    }
    var slug = canonical(decoded(matcher.group(2)));
    if (matcher.group(1).equalsIgnoreCase("pub")) {
      var tail = OLD_TAIL.matcher(matcher.group(3));
      if (tail.matches()) {
        slug +=
            "-"
                + (padded(tail.group(3)) + padded(tail.group(2)) + tail.group(1))
                    .toLowerCase(Locale.ROOT);
      }
    }
    return new PersonKey("in/" + slug);
  }

  /** The address to open in a browser. */
  public String url() {
    var slug = URLEncoder.encode(path.substring(3), StandardCharsets.UTF_8).replace("+", "%20");
    return "https://www.linkedin.com/in/" + slug;
  }

  @Override
  public int compareTo(PersonKey other) {
    return path.compareTo(other.path);
  }

  private static String canonical(String slug) {
    return Normalizer.normalize(slug, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private static String decoded(String slug) {
    try {
      return URLDecoder.decode(slug.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      throw new RefusedException("", "has a broken percent-encoding");
    }
  }

  /** LinkedIn rewrote {@code /pub/name/1/2a/3b4} as {@code /in/name-3b402a1}: last part first. */
  private static String padded(String part) {
    return "0".repeat(3 - part.length()) + part;
  }
}
