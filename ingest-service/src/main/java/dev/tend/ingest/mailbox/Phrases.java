package dev.tend.ingest.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What LinkedIn and mail programs write in the languages that Tend reads, from one file for each
 * language: {@code en.phrases} and so on, beside this class. A phrase stands for a whole line;
 * {@code {name}} in it is a person's name, {@code {n}} a number, {@code {x}} anything.
 */
enum Phrases {
  /** The notice is about a new invitation. */
  INVITATION,
  /** The notice is about one that was told before. */
  REMINDER,
  /** The notice is about an invitation that the member sent, and that was accepted. */
  ACCEPTED,
  /** What LinkedIn writes where the inviter wrote nothing. */
  STANDARD,
  /** Introduces what the inviter wrote. */
  NOTE,
  /** How many connections both have. */
  MUTUAL,
  /** Names some of the connections that both have, and counts the others. */
  MUTUAL_OTHERS,
  /** Names all connections that both have. */
  MUTUAL_ONE,
  /** A display name of LinkedIn's. */
  VIA,
  /** The name of a region; a town has no such words. */
  PLACE,
  /** A button, or the small print. */
  BUTTON,
  /** A mail program's line above a mail that is forwarded, without its dashes. */
  FORWARDED,
  /** The names of the lines that tell of the forwarded or quoted mail. */
  FROM,
  SENT,
  TO,
  SUBJECT,
  /** A mail program's line above a mail that is quoted; it ends with a colon. */
  WROTE,
  /** What a mail program adds below. */
  SENT_FROM,
  /** The subject of an absence note. */
  AWAY;

  private static final List<String> LANGUAGES = List.of("en", "de", "es", "fr", "it", "nl", "pt");
  private static final int LONGEST_LINE = 500;
  private static final Pattern BLANK = Pattern.compile("\\{(name|n|x)}");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern DASHES_AROUND =
      Pattern.compile("^[-_*=>\\s]+|(?<![-_*=<\\s])[-_*=<\\s]++$");
  private static final Map<Phrases, List<Pattern>> ALL = read();

  /** Whether a line is one of these. */
  boolean are(String line) {
    return in(line).isPresent();
  }

  /**
   * The line taken apart: the groups {@code name} and {@code n} are there where a phrase has them.
   */
  Optional<MatchResult> in(String line) {
    if (line.isEmpty() || line.length() > LONGEST_LINE) {
      return Optional.empty();
    }
    var plain = plain(line);
    for (var phrase : ALL.getOrDefault(this, List.of())) {
      var found = phrase.matcher(plain);
      if (found.matches()) {
        return Optional.of(found.toMatchResult());
      }
    }
    return Optional.empty();
  }

  /** The name that stands in a line; empty when the line is none of these, or names nobody. */
  Optional<String> name(String line) {
    return in(line).flatMap(found -> group(found, "name"));
  }

  /** What stands in a blank of the phrase; empty when the phrase has no such blank. */
  static Optional<String> group(MatchResult found, String blank) {
    return found.namedGroups().containsKey(blank)
        ? Optional.ofNullable(found.group(blank)).map(String::strip)
        : Optional.empty();
  }

  /** The line without the dashes and the like that mail programs put around it. */
  static String undashed(String line) {
    return DASHES_AROUND.matcher(line).replaceAll("");
  }

  private static String plain(String line) {
    return SPACES.matcher(line.replace('’', '\'').replace('‘', '\'')).replaceAll(" ").strip();
  }

  private static Map<Phrases, List<Pattern>> read() {
    var all = new EnumMap<Phrases, List<Pattern>>(Phrases.class);
    for (var language : LANGUAGES) {
      Phrases section = null;
      for (var line : lines(language)) {
        if (line.startsWith("[")) {
          section =
              valueOf(line.replaceAll("[\\[\\]]", "").replace('-', '_').toUpperCase(Locale.ROOT));
        } else if (section == null) {
          throw new IllegalStateException(language + ".phrases begins without a section");
        } else {
          all.computeIfAbsent(section, none -> new ArrayList<>()).add(pattern(line));
        }
      }
    }
    return all;
  }

  private static List<String> lines(String language) {
    try (var file = Phrases.class.getResourceAsStream(language + ".phrases")) {
      if (file == null) {
        throw new IllegalStateException(language + ".phrases is missing");
      }
      return new String(file.readAllBytes(), UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toList());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Pattern pattern(String phrase) {
    var pattern = new StringBuilder();
    var blank = BLANK.matcher(phrase);
    int from = 0;
    while (blank.find()) {
      pattern.append(literal(phrase.substring(from, blank.start())));
      pattern.append(
          switch (blank.group(1)) {
            case "name" -> "(?<name>.{1,120}?)";
            case "n" -> "(?<n>\\d{1,5})\\+?";
            default -> ".{0,200}?";
          });
      from = blank.end();
    }
    pattern.append(literal(phrase.substring(from))).append("\\s?[.!:…]{0,3}");
    return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static String literal(String words) {
    return words.isEmpty() ? "" : Pattern.quote(words);
  }
}
