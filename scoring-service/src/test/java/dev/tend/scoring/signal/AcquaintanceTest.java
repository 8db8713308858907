package dev.tend.scoring.signal;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.scoring.policy.Case.whenInvited;
import static dev.tend.scoring.policy.DecisionAssert.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcquaintanceTest {

  @ParameterizedTest
  @CsvSource({"1, 4", "3, 8", "7, 12", "15, 16", "30, 18", "5000, 18"})
  void eachDoublingOfMutualConnectionsAddsTheSameUntilTheMost(int count, int points) {
    assertThat(
            whenInvited(aMember("Lee Park"))
                .by(aPerson("Dana Roy"))
                .withMutualConnections(count)
                .judged())
        .asks()
        .gives("mutual-connections", points);
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
        .mentions("Your colleague Robert Diaz has been connected with them since 2016");
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
                + " Diaz since 2016");
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
}
