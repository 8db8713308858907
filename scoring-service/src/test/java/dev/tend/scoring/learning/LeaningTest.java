package dev.tend.scoring.learning;

import static dev.tend.events.SignalName.CANDIDATE;
import static dev.tend.events.SignalName.CLIENT;
import static dev.tend.events.SignalName.LINK_IN_NOTE;
import static dev.tend.events.SignalName.SALES_PITCH;
import static dev.tend.events.SignalName.SAME_FIELD;
import static dev.tend.scoring.learning.AHistory.NOW;
import static dev.tend.scoring.learning.AHistory.aHistory;
import static dev.tend.scoring.learning.AHistory.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tend.events.Axis;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.events.VerdictRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LeaningTest {
  private static final Signal CANDIDATE_20 = reason(CANDIDATE, 20);
  private static final Signal PITCH_35 = reason(SALES_PITCH, 35);
  private static final FirmTastes FIRM =
      new FirmTastes(9, List.of(new FirmTaste("candidate", 4, 9, 9, 0)), NOW);

  @Test
  void aReasonSaysWhyItCountsMore() {
    var tastes = aHistory().accepting(9, CANDIDATE_20).ignoring(1, CANDIDATE_20).tastes();
    int more = tastes.all().getFirst().points();
    assertThat(Leaning.of(tastes).applied(List.of(CANDIDATE_20), LeaningTest::uncapped))
        .containsExactly(
            new Signal(
                "candidate",
                Axis.RELEVANCE,
                20 + more,
                "Because of candidate; you accepted 9 of 10 like this, so it counts "
                    + more
                    + " more"));
  }

  @Test
  void aReasonSaysWhyItCountsLess() {
    var tastes = aHistory().ignoring(8, reason(CLIENT, 35)).accepting(1, reason(CLIENT, 35));
    assertThat(only(tastes.tastes(), reason(CLIENT, 35)).evidence())
        .contains("; you ignored 8 of 9 like this, so it counts ")
        .endsWith(" less");
  }

  @Test
  void aRedFlagSaysWhyItCountsLess() {
    var tastes = aHistory().accepting(9, reason(CLIENT, 35), PITCH_35).tastes();
    assertThat(only(tastes, PITCH_35).evidence())
        .contains("; you accepted 9 of 9 like this, so it counts ")
        .endsWith(" less");
  }

  /** "You accepted 8 of 20" would be no reason for more. */
  @Test
  void whereMostWereNotAcceptedItSaysHowManyWereAgainstTheAdvice() {
    var tastes =
        aHistory().ignoring(12, CANDIDATE_20, PITCH_35).accepting(8, CANDIDATE_20).tastes();
    assertThat(only(tastes, CANDIDATE_20).evidence())
        .contains("; you accepted 8 of 20 like this against the advice, so it counts ");
  }

  @Test
  void theFirmSpeaksForWhoHasChosenNothing() {
    var leaning = Leaning.of(Tastes.NONE, FIRM);
    assertThat(leaning.applied(List.of(CANDIDATE_20), LeaningTest::uncapped).getFirst().evidence())
        .isEqualTo(
            "Because of candidate; your colleagues accept more like this than advised, so it"
                + " counts 4 more");
    assertThat(points(leaning, CANDIDATE, 20)).isEqualTo(24);
  }

  @Test
  void itTellsHowFarEachReasonLeansAndWhy() {
    var own = aHistory().accepting(9, reason(SAME_FIELD, 20)).tastes();
    assertThat(Leaning.of(own, FIRM).all())
        .extracting(Leaning.Lean::signal, Leaning.Lean::why)
        .containsExactly(
            tuple(SAME_FIELD, "you accepted 9 of 9 like this"),
            tuple(CANDIDATE, "your colleagues accept more like this than advised"));
  }

  @Test
  void theFirmSaysLessTheMoreAMemberHasChosen() {
    var some = aHistory().accepting(30, reason(CANDIDATE, 30)).tastes();
    var many = aHistory().accepting(150, reason(CANDIDATE, 30)).tastes();
    assertThat(points(Leaning.of(some, FIRM), CANDIDATE, 20)).isEqualTo(22);
    assertThat(points(Leaning.of(many, FIRM), CANDIDATE, 20)).isEqualTo(20);
  }

  @Test
  void learningMakesNoReasonAndTakesNoneAway() {
    var tastes = aHistory().accepting(9, CANDIDATE_20).ignoring(9, reason(CLIENT, 35)).tastes();
    var leaning = Leaning.of(tastes, FIRM);
    assertThat(leaning.applied(List.of(), LeaningTest::uncapped)).isEmpty();
    assertThat(leaning.applied(List.of(reason(SAME_FIELD, 10)), LeaningTest::uncapped))
        .containsExactly(reason(SAME_FIELD, 10));
    assertThat(
            leaning.applied(List.of(reason(CLIENT, 2)), LeaningTest::uncapped).getFirst().points())
        .isEqualTo(1);
  }

  @Test
  void aReasonCountsNoMoreThanThePolicyLetsIt() {
    var tastes = aHistory().accepting(30, CANDIDATE_20).tastes();
    assertThat(tastes.all().getFirst().points()).isGreaterThan(3);
    assertThat(Leaning.of(tastes).applied(List.of(CANDIDATE_20), any -> 23).getFirst())
        .returns(23, Signal::points)
        .satisfies(signal -> assertThat(signal.evidence()).endsWith("so it counts 3 more"));
  }

  @Test
  void aRedFlagKeepsHalfOfItsPoints() {
    var mild = aHistory().accepting(50, reason(CLIENT, 35), PITCH_35).tastes();
    assertThat(points(Leaning.of(mild), SALES_PITCH, 9)).isEqualTo(5);
  }

  @Test
  void noPointsLeaveTheirBounds() {
    for (long seed = 1; seed <= 50; seed++) {
      var random = new Random(seed);
      var history = aHistory();
      for (int i = 0; i < 60; i++) {
        var reasons = reasons(random);
        if (random.nextInt(4) > seed % 4) {
          history.accepting(1, reasons);
        } else {
          history.ignoring(1, reasons);
        }
      }
      var leaning = Leaning.of(history.tastes());
      for (var name : SignalName.values()) {
        for (int points = 1; points <= 100; points++) {
          int moved = points(leaning, name, points);
          assertThat(moved)
              .as("seed %d, %s %d", seed, name.word(), points)
              .isBetween(Math.max(1, points - 10), Math.min(100, points + 10));
          if (name.axis() == Axis.RISK) {
            assertThat(2 * moved).isGreaterThanOrEqualTo(points);
          }
        }
      }
    }
  }

  private static Signal[] reasons(Random random) {
    var reasons = new ArrayList<Signal>();
    for (var name : List.of(CANDIDATE, CLIENT, SAME_FIELD, SALES_PITCH, LINK_IN_NOTE)) {
      if (random.nextBoolean()) {
        reasons.add(reason(name, 1 + random.nextInt(40)));
      }
    }
    return reasons.toArray(Signal[]::new);
  }

  private static int points(Leaning leaning, SignalName name, int points) {
    return leaning
        .applied(List.of(reason(name, points)), LeaningTest::uncapped)
        .getFirst()
        .points();
  }

  private static int uncapped(SignalName any) {
    return VerdictRule.CAP;
  }

  private static Signal only(Tastes tastes, Signal signal) {
    return Leaning.of(tastes).applied(List.of(signal), LeaningTest::uncapped).getFirst();
  }
}
