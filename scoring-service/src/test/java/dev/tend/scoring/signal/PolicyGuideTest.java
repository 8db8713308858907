package dev.tend.scoring.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.tend.events.Axis;
import dev.tend.events.SignalName;
import dev.tend.events.VerdictRule;
import dev.tend.scoring.policy.PolicyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds {@code docs/policy.md} against the code: each signal has its section with the same five
 * lines, and the figures there are the defaults of {@link Worth}, no more and no fewer.
 */
class PolicyGuideTest {
  private static final Path GUIDE = Path.of("..", "docs", "policy.md");

  private static final String POINTS = "Points";
  private static final String CHANGE_IT = "Change it";
  private static final List<String> LINES = List.of("Means", "Why", POINTS, CHANGE_IT, "Example");

  private static final Pattern GROUP = Pattern.compile("## (.+)");
  private static final Pattern HEADING = Pattern.compile("### `([a-z-]+)`");
  private static final Pattern LINE = Pattern.compile("- \\*\\*([A-Za-z ]+)\\*\\*: (.+)");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern ANCHOR = Pattern.compile("\\]\\(#([^)]+)\\)");
  private static final Pattern SETTING = Pattern.compile("`([a-z-]+: [^`]+)`");

  /** What several signals share, and which. */
  private static final Map<Worth, Set<SignalName>> SHARED =
      Map.of(
          Worth.IN_THE_PAST,
          Set.of(
              SignalName.CLIENT,
              SignalName.PROSPECT,
              SignalName.COMPANY_OF_INTEREST,
              SignalName.ASPIRED_ROLE),
          Worth.ECHO_OF_ONE,
          Set.of(SignalName.MASS_INVITER, SignalName.IMPLAUSIBLE_HISTORY),
          Worth.ECHO_OF_TWO,
          Set.of(SignalName.MASS_INVITER, SignalName.IMPLAUSIBLE_HISTORY),
          Worth.ECHO_OF_MANY,
          Set.of(SignalName.MASS_INVITER, SignalName.IMPLAUSIBLE_HISTORY));

  private static final Map<String, Section> SECTIONS = sections();

  /** What the guide says of one signal, under which heading. */
  private record Section(String group, Map<String, String> lines) {
    String line(String name) {
      return lines.getOrDefault(name, "");
    }

    /** What stands between backticks and is meant for a policy file. */
    List<String> settings() {
      return SETTING.matcher(line(CHANGE_IT)).results().map(found -> found.group(1)).toList();
    }
  }

  @Test
  void everySignalHasItsSectionAndNothingElseHasOne() {
    assertThat(SECTIONS.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(SignalName.values()).map(SignalName::word).toList());
  }

  @ParameterizedTest
  @EnumSource
  void everySectionHasTheSameFiveLines(SignalName signal) {
    assertThat(section(signal).lines().keySet()).containsExactlyElementsOf(LINES);
  }

  @ParameterizedTest
  @EnumSource
  void everySectionStandsAmongThoseOfItsAxis(SignalName signal) {
    assertThat(section(signal).group())
        .startsWith(signal.axis() == Axis.RELEVANCE ? "Reasons to accept" : "Red flags");
  }

  @ParameterizedTest
  @EnumSource
  void theFiguresUnderPointsAreThoseOfTheCode(SignalName signal) {
    var told =
        NUMBER
            .matcher(section(signal).line(POINTS))
            .results()
            .map(found -> Integer.valueOf(found.group()))
            .toList();

    assertThat(told).hasSameElementsAs(worthsOf(signal).stream().map(Worth::points).toList());
  }

  @ParameterizedTest
  @EnumSource
  void whatChangesASignalIsNamedWithItsDefault(SignalName signal) {
    var defaults = new TreeMap<String, Integer>();
    worthsOf(signal).stream()
        .filter(worth -> worth != Worth.BLOCKED) // a block is no matter of points
        .forEach(worth -> defaults.put(path(Part.of(worth)), worth.points()));

    assertThat(told(section(signal).settings())).isEqualTo(defaults);
  }

  @ParameterizedTest
  @EnumSource
  void aPolicyFileMayHoldWhatTheGuideShows(SignalName signal) {
    var yaml = "firm: {points: {" + String.join(", ", section(signal).settings()) + "}}";

    assertThat(PolicyFile.read(yaml.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(PolicyFile.Sound.class);
  }

  @Test
  void theBarsAreThoseOfTheVerdictRule() {
    var rule = VerdictRule.DEFAULT;

    assertThat(text())
        .contains("Risk of " + rule.ignoreAt() + " or more")
        .contains("risk below " + rule.carefulAt())
        .containsPattern("\\| `building` [^|]*\\| " + rule.building() + " \\|")
        .containsPattern("\\| `growing` \\| " + rule.growing() + " \\|")
        .containsPattern("\\| `selective` \\| " + rule.selective() + " \\|")
        .contains("at most " + rule.placeAndLanguageCap() + " points together");
  }

  @Test
  void everyLinkWithinTheGuideLeadsToAHeading() {
    var headings =
        text()
            .lines()
            .filter(line -> line.startsWith("#"))
            .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
            .map(heading -> heading.replaceAll("[^\\p{L}\\d -]", "").replace(' ', '-'))
            .toList();

    assertThat(ANCHOR.matcher(text()).results().map(found -> found.group(1)))
        .isNotEmpty()
        .isSubsetOf(headings);
  }

  private static Section section(SignalName signal) {
    return SECTIONS.getOrDefault(signal.word(), new Section("", Map.of()));
  }

  private static List<Worth> worthsOf(SignalName signal) {
    return Arrays.stream(Worth.values())
        .filter(
            worth ->
                Part.of(worth)
                    .signal()
                    .map(signal::equals)
                    .orElseGet(() -> SHARED.getOrDefault(worth, Set.of()).contains(signal)))
        .toList();
  }

  private static String path(Part part) {
    return part.signal().map(signal -> signal.word() + "." + part.word()).orElse(part.word());
  }

  /** The figures of settings, by path. */
  private static Map<String, Integer> told(List<String> settings) {
    var told = new TreeMap<String, Integer>();
    for (var setting : settings) {
      for (var entry : yaml(setting).properties()) {
        var value = entry.getValue();
        if (value.isObject()) {
          value
              .properties()
              .forEach(
                  part -> told.put(entry.getKey() + "." + part.getKey(), part.getValue().asInt()));
        } else {
          boolean isSignal = SignalName.of(entry.getKey()).isPresent();
          told.put(isSignal ? entry.getKey() + "." + Part.BASE : entry.getKey(), value.asInt());
        }
      }
    }
    return told;
  }

  private static JsonNode yaml(String text) {
    try {
      return new ObjectMapper(new YAMLFactory()).readTree(text);
    } catch (IOException broken) {
      throw new UncheckedIOException(text, broken);
    }
  }

  private static Map<String, Section> sections() {
    var sections = new LinkedHashMap<String, Section>();
    var group = "";
    Map<String, String> lines = new LinkedHashMap<>();
    for (var paragraph : paragraphs()) {
      var heading = HEADING.matcher(paragraph);
      var line = LINE.matcher(paragraph);
      var another = GROUP.matcher(paragraph);
      if (heading.matches()) {
        lines = new LinkedHashMap<>();
        sections.put(heading.group(1), new Section(group, lines));
      } else if (line.matches()) {
        lines.put(line.group(1), line.group(2));
      } else if (another.matches()) {
        group = another.group(1);
        lines = new LinkedHashMap<>();
      }
    }
    return sections;
  }

  /** Headings, points of a list and the like, each on one line. */
  private static List<String> paragraphs() {
    var paragraphs = new ArrayList<String>();
    for (var line : text().lines().toList()) {
      if (line.startsWith("  ") && !paragraphs.isEmpty()) {
        paragraphs.add(paragraphs.removeLast() + " " + line.strip());
      } else {
        paragraphs.add(line);
      }
    }
    return paragraphs;
  }

  private static String text() {
    try {
      return Files.readString(GUIDE);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
