package dev.tend.scoring.signal;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.events.cast.APerson.aStranger;
import static dev.tend.scoring.policy.Case.whenInvited;
import static dev.tend.scoring.policy.DecisionAssert.assertThat;

import dev.tend.events.Signal;
import dev.tend.events.Volunteering;
import dev.tend.events.cast.APerson;
import dev.tend.scoring.policy.Case;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcquaintanceTest {

  @ParameterizedTest
  @CsvSource({"1, 4", "3, 9", "7, 14", "15, 19", "30, 24"})
  void eachDoublingOfMutualConnectionsAddsTheSame(int count, int points) {
    assertThat(
            whenInvited(aMember("Lee Park"))
                .by(aStranger("Dana Roy"))
                .withMutualConnections(count)
                .judged())
        .asks()
        .gives("mutual-connections", points);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 5000})
  void manyMutualConnectionsAreAReasonAndNeverMore(int count) {
    assertThat(
            whenInvited(aMember("Lee Park"))
                .by(aPerson("Dana Roy"))
                .withMutualConnections(count)
                .judged())
        .accepts()
        .gives("mutual-connections", 25);
  }

  @Test
  void namesTheColleagueWhoKnowsThemLongest() {
    assertThat(
            whenInvited(aMember("Lee Park").building())
                .by(aPerson("Dana Roy"))
                .knownBy("Robert Diaz", "2016-04-01")
                .judged())
        .accepts()
        .gives("colleague-knows-them", 20)
        .mentions(
            "Your colleague Robert Diaz has been connected with them since 2016: ask" + " Robert");
    assertThat(
            whenInvited(aMember("Lee Park"))
                .by(aPerson("Dana Roy"))
                .knownBy("Zoe Adam", null)
                .knownBy("Mei Lin", "2019-01-01")
                .knownBy("Robert Diaz", "2016-04-01")
                .knownBy("Paul Weber", null)
                .judged())
        .accepts()
        .gives("colleague-knows-them", 30)
        .mentions(
            "Your colleagues Robert Diaz, Mei Lin and 2 others are connected with them, Robert"
                + " Diaz since 2016: ask Robert");
  }

  @Test
  void aColleagueWhoDoesNotKnowThemSaysNothing() {
    assertThat(
            whenInvited(aMember("Lee Park"))
                .by(aPerson("Dana Roy"))
                .besides("Robert Diaz")
                .judged())
        .notBecause("colleague-knows-them");
  }

  @Test
  void whoeverConnectedJustNowVouchesForNobody() {
    assertThat(
            whenInvited(aMember("Lee Park"))
                .by(aPerson("Dana Roy"))
                .knownBy("Robert Diaz", "2026-01-28")
                .judged())
        .gives("colleague-knows-them", 5);
  }

  @Test
  void acquaintancesAtTheirCompanyAreAHint() {
    var four = new Circle("RBC", 4, List.of("Mei Lin", "Paul Weber"));
    assertThat(whenInvited(aMember("Lee Park")).by(aPerson("Dana Roy")).knowing(four).judged())
        .asks()
        .gives("mutual-connections", 5)
        .mentions("You know 4 people at RBC, among them Mei Lin and Paul Weber");
    assertThat(
            whenInvited(aMember("Lee Park"))
                .by(aPerson("Dana Roy"))
                .withMutualConnections(3)
                .knowing(new Circle("RBC", 1, List.of("Mei Lin")))
                .judged())
        .gives("mutual-connections", 11)
        .mentions("3 mutual connections; you know 1 person at RBC: Mei Lin");
  }

  @Test
  void aFirmMayHaveThemCountedAndNotNamed() {
    var one =
        whenInvited(aMember("Lee Park").whoIs(aPerson("Lee Park").volunteersFor("Daily Bread", "")))
            .by(aPerson("Dana Roy"))
            .with(
                new Colleague(
                    "robert.diaz",
                    "Robert Diaz",
                    APerson.profileOf("Robert Diaz"),
                    true,
                    LocalDate.parse("2016-04-01"),
                    List.of(new Volunteering("Daily Bread", "", ""))))
            .knowing(new Circle("RBC", 4, List.of("Mei Lin", "Paul Weber")));
    Assertions.assertThat(told(one))
        .containsExactly(
            "A colleague of yours, who gives time to Daily Bread as you do, is connected with them",
            "You know 4 people at RBC",
            "A colleague of yours has been connected with them since 2016");
    Assertions.assertThat(told(one.knownBy("Zoe Adam", null)))
        .contains("2 of your colleagues are connected with them, one of them since 2016");
  }

  private static List<String> told(Case invitation) {
    var facts = invitation.facts();
    return Stream.of(
            new SameCause(Weights.DEFAULT, Discretion.COUNTS),
            new Acquaintance(Weights.DEFAULT, Discretion.COUNTS))
        .flatMap(rule -> rule.apply(facts).stream())
        .map(Signal::evidence)
        .toList();
  }
}
