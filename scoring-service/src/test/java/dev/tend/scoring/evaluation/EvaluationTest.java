package dev.tend.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds every figure of the evaluation above its committed floor. */
class EvaluationTest {

  @ParameterizedTest
  @ValueSource(strings = {"tuning", "held-out"})
  void noFigureIsBelowItsFloor(String set) {
    var judged = Judged.all(CaseFiles.in(set));

    assertThat(Floors.read().below(set, new Scores(judged)))
        .as("make evaluate tells which cases are wrong")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tuning", "held-out"})
  void neitherPlaceNorLanguageNorNameDecides(String set) {
    var judged = Judged.all(CaseFiles.in(set));

    assertThat(Fairness.decidedByPlaceOrLanguage(judged))
        .extracting(one -> one.labelled().id())
        .isEmpty();
    assertThat(Fairness.betterWithoutPlaceOrLanguage(judged))
        .extracting(one -> one.labelled().id())
        .isEmpty();
    assertThat(Fairness.decidedByName(judged)).extracting(one -> one.labelled().id()).isEmpty();
  }

  @Test
  void theSetIsLargeAndAThirdOfItIsHard() {
    var cases = CaseFiles.in("tuning", "held-out");

    assertThat(cases).hasSizeGreaterThan(500);
    assertThat(cases.stream().filter(Labelled::hard).count()).isGreaterThan(cases.size() / 3);
  }

  @Test
  void aJudgementTakesLessThanAMillisecond() {
    assertThat(Pace.of(CaseFiles.in("tuning")).median()).isLessThan(Duration.ofMillis(1));
  }

  @Test
  void theIntervalIsWilsons() {
    assertThat(new Share(95, 100).lowest()).isCloseTo(0.8882, within(0.0005));
    assertThat(new Share(95, 100).highest()).isCloseTo(0.9785, within(0.0005));
    assertThat(new Share(0, 0).percent()).isEqualTo("-");
  }
}
