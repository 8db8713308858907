package dev.tend.scoring.signal;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.events.cast.APerson.aStranger;
import static dev.tend.scoring.policy.Case.whenInvited;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.scoring.name.Text;
import dev.tend.scoring.policy.Case;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code notes/claims.txt}, to which anybody may add a line, against the rules. */
class ClaimTableTest {

  /** A line of the table: who writes, what it comes to, and what is written. */
  record Line(String who, String expected, String note) {
    @Override
    public String toString() {
      return who + ": " + note;
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aClaimComesToWhatTheTableSays(Line line) {
    var facts = written(line).facts();
    var claims =
        Claim.in(Text.of(line.note()), facts.inviter().name(), facts.member().name()).stream()
            .map(claim -> told(claim, facts))
            .toList();
    if (line.expected().equals("none")) {
      assertThat(claims).as(line.note()).isEmpty();
    } else {
      assertThat(claims).as(line.note()).contains(line.expected());
    }
  }

  static Stream<Line> lines() {
    try (var in = ClaimTableTest.class.getResourceAsStream("/notes/claims.txt")) {
      return new BufferedReader(
              new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.split("\\|", 3))
              .map(cell -> new Line(cell[0].strip(), cell[1].strip(), cell[2].strip()))
              .toList()
              .stream();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String told(Claim claim, Facts facts) {
    var outcome = Verification.of(claim, facts).getClass().getSimpleName();
    return (claim.kind().name().replace('_', '-') + " " + outcome).toLowerCase(Locale.ROOT);
  }

  private static Case written(Line line) {
    var lee =
        aMember("Lee Park")
            .withClients("Acme")
            .whoIs(
                aPerson("Lee Park")
                    .at("Deloitte", "2009-03", "2016-08")
                    .at("Northwind", "2016-09", null)
                    .studiedAt("University of Toronto", "2001", "2005")
                    .volunteersFor("Daily Bread Food Bank", ""));
    var invited = whenInvited(lee);
    return switch (line.who()) {
      case "dana" ->
          invited.by(
              aPerson("Dana Roy")
                  .at("Deloitte", "2010-01", "2014-12")
                  .at("Globex", "2015-01", null)
                  .studiedAt("University of Toronto", "2002", "2006")
                  .volunteersFor("Daily Bread Food Bank", ""));
      case "omar" ->
          invited
              .by(
                  aPerson("Omar Haddad")
                      .at("Initech", "2008-01", "2015-12")
                      .at("Acme", "2016-01", null)
                      .studiedAt("McGill University", "2003", "2007"))
              .knownBy("Robert Diaz", "2016-05-01");
      case "paul" ->
          invited
              .by(
                  aPerson("Paul Weber")
                      .at("Initech", "2008-01", null)
                      .studiedAt("McGill University", "2003", "2007"))
              .withMutualConnections(0);
      case "nadia" -> invited.by(aStranger("Nadia Costa"));
      default -> throw new IllegalArgumentException("nobody of that name: " + line.who());
    };
  }
}
