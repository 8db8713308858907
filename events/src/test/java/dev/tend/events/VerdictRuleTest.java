package dev.tend.events;

import static dev.tend.events.SignalName.BLOCKED;
import static dev.tend.events.SignalName.FAR_AWAY;
import static dev.tend.events.SignalName.SALES_PITCH;
import static dev.tend.events.SignalName.SAME_EMPLOYER;
import static dev.tend.events.SignalName.SCANT_PROFILE;
import static dev.tend.events.SignalName.UNFAMILIAR_LANGUAGE;
import static dev.tend.events.Stage.BUILDING;
import static dev.tend.events.Stage.GROWING;
import static dev.tend.events.Stage.SELECTIVE;
import static dev.tend.events.Unsure.ASK;
import static dev.tend.events.Unsure.IGNORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictRuleTest {
  private static final VerdictRule RULE = VerdictRule.DEFAULT;
  private static final long SEED = 20260209L;
  private static final int ROUNDS = 20_000;

  // the bars, one by one

  @ParameterizedTest
  @CsvSource({
    "BUILDING,   9, ASK", "BUILDING,  10, ACCEPT",
    "GROWING,   24, ASK", "GROWING,   25, ACCEPT",
    "SELECTIVE, 44, ASK", "SELECTIVE, 45, ACCEPT"
  })
  void eachStageHasItsBar(Stage stage, int relevance, Verdict verdict) {
    assertThat(RULE.bar(stage)).isIn(10, 25, 45);
    assertThat(judge(stage, ASK, relevance(relevance)).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "80, 29, ACCEPT",
    "80, 30, IGNORE",
    "80, 59, IGNORE",
    "80, 60, IGNORE",
    " 5, 29, ASK   ",
    " 5, 30, IGNORE",
    " 5, 60, IGNORE"
  })
  void riskMakesCareful(int relevance, int risk, Verdict verdict) {
    assertThat(judge(GROWING, ASK, relevance(relevance), risk(risk)).verdict()).isEqualTo(verdict);
  }

  // the steps, one by one

  @Test
  void ignoresTheBlockedWhateverSpeaksForThem() {
    var judgement = judge(BUILDING, ASK, relevance(100), Signal.of(BLOCKED, 1, "You blocked them"));

    assertThat(judgement).isEqualTo(new VerdictRule.Judgement(Verdict.IGNORE, 100, 1));
  }

  @Test
  void asksOrIgnoresAsTheMemberWishesWhenNoReasonIsSeen() {
    assertThat(judge(GROWING, ASK).verdict()).isEqualTo(Verdict.ASK);
    assertThat(judge(GROWING, IGNORE).verdict()).isEqualTo(Verdict.IGNORE);
  }

  @Test
  void asksNobodyTwice() {
    assertThat(RULE.judge(List.of(), GROWING, ASK, true).verdict()).isEqualTo(Verdict.IGNORE);
    assertThat(RULE.judge(List.of(relevance(25)), GROWING, ASK, true).verdict())
        .as("an answer that explains still counts")
        .isEqualTo(Verdict.ACCEPT);
  }

  @Test
  void countsPlaceAndLanguageForTwentyPointsTogether() {
    var judgement =
        judge(GROWING, ASK, Signal.of(FAR_AWAY, 20, ""), Signal.of(UNFAMILIAR_LANGUAGE, 15, ""));

    assertThat(judgement).isEqualTo(new VerdictRule.Judgement(Verdict.ASK, 0, 20));
  }

  @Test
  void neverLetsPlaceAndLanguageTipTheScale() {
    var careful = List.of(relevance(30), risk(29));
    var abroad = with(careful, Signal.of(FAR_AWAY, 20, ""));

    assertThat(RULE.judge(abroad, GROWING, ASK, false))
        .isEqualTo(new VerdictRule.Judgement(Verdict.ACCEPT, 30, 49));
  }

  @Test
  void capsBothAxesAtAHundred() {
    assertThat(judge(GROWING, ASK, relevance(90), relevance(90), risk(100), risk(100)))
        .isEqualTo(new VerdictRule.Judgement(Verdict.IGNORE, 100, 100));
  }

  @Test
  void refusesBarsThatFall() {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> new VerdictRule(30, 25, 45, 30, 60, 20));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> new VerdictRule(0, 25, 45, 30, 60, 20));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> new VerdictRule(10, 25, 101, 30, 60, 20));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> new VerdictRule(10, 25, 45, 61, 60, 20));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> new VerdictRule(10, 25, 45, 30, 60, 21));
  }

  // what must hold for all signals, in any number

  @Test
  void anotherReasonNeverLowersTheVerdict() {
    forAll(
        (situation, random) -> {
          var more =
              with(
                  situation.signals(),
                  Signal.of(any(Axis.RELEVANCE, random), 1 + random.nextInt(100), ""));
          assertThat(situation.judgedWith(more).verdict())
              .isGreaterThanOrEqualTo(situation.judged().verdict());
        });
  }

  @Test
  void anotherRedFlagNeverRaisesTheVerdict() {
    forAll(
        (situation, random) -> {
          var more =
              with(
                  situation.signals(),
                  Signal.of(any(Axis.RISK, random), 1 + random.nextInt(100), ""));
          assertThat(situation.judgedWith(more).verdict())
              .isLessThanOrEqualTo(situation.judged().verdict());
        });
  }

  @Test
  void aStricterStageNeverAcceptsMore() {
    forAll(
        (situation, _) -> {
          var judged =
              Stream.of(SELECTIVE, GROWING, BUILDING)
                  .map(
                      stage ->
                          RULE.judge(
                                  situation.signals(), stage, situation.unsure(), situation.asked())
                              .verdict())
                  .toList();
          assertThat(judged).isSorted();
        });
  }

  @Test
  void placeAndLanguageNeverChangeTheVerdict() {
    forAll(
        (situation, random) -> {
          var without =
              situation.signals().stream()
                  .filter(signal -> !signal.is(FAR_AWAY) && !signal.is(UNFAMILIAR_LANGUAGE))
                  .toList();
          var plain = situation.judgedWith(without);
          assertThat(situation.judged().verdict()).isEqualTo(plain.verdict());
          assertThat(situation.judged().risk() - plain.risk()).isBetween(0, 20);
        });
  }

  @Test
  void nobodyIsAskedWhoIsARiskOrWasAskedBefore() {
    forAll(
        (situation, _) -> {
          if (situation.judged().verdict() == Verdict.ASK) {
            assertThat(situation.asked()).isFalse();
            assertThat(situation.unsure()).isEqualTo(ASK);
            assertThat(decisiveRisk(situation.signals())).isLessThan(30);
          }
        });
  }

  @Test
  void bothSumsStayWithinZeroAndAHundred() {
    forAll(
        (situation, _) -> {
          assertThat(situation.judged().relevance()).isBetween(0, 100);
          assertThat(situation.judged().risk()).isBetween(0, 100);
        });
  }

  @Test
  void theOrderOfTheSignalsDoesNotMatter() {
    forAll(
        (situation, _) ->
            assertThat(situation.judgedWith(situation.signals().reversed()))
                .isEqualTo(situation.judged()));
  }

  private record Situation(List<Signal> signals, Stage stage, Unsure unsure, boolean asked) {
    VerdictRule.Judgement judged() {
      return judgedWith(signals);
    }

    VerdictRule.Judgement judgedWith(List<Signal> others) {
      return RULE.judge(others, stage, unsure, asked);
    }
  }

  private interface Law {
    void holds(Situation situation, Random random);
  }

  private static void forAll(Law law) {
    var random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      var situation = anySituation(random);
      try {
        law.holds(situation, random);
      } catch (AssertionError broken) {
        throw new AssertionError("seed " + SEED + ", round " + round + ": " + situation, broken);
      }
    }
  }

  private static Situation anySituation(Random random) {
    var signals = new ArrayList<Signal>();
    for (int left = random.nextInt(6); left > 0; left--) {
      var name = anyOf(List.of(SignalName.values()), random);
      signals.add(Signal.of(name, 1 + random.nextInt(random.nextBoolean() ? 20 : 100), ""));
    }
    return new Situation(
        List.copyOf(signals),
        anyOf(List.of(Stage.values()), random),
        anyOf(List.of(Unsure.values()), random),
        random.nextBoolean());
  }

  private static SignalName any(Axis axis, Random random) {
    var names = Arrays.stream(SignalName.values()).filter(name -> name.axis() == axis).toList();
    return anyOf(names, random);
  }

  private static <T> T anyOf(List<T> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static int decisiveRisk(List<Signal> signals) {
    return signals.stream()
        .filter(signal -> signal.axis() == Axis.RISK)
        .filter(signal -> !signal.is(FAR_AWAY) && !signal.is(UNFAMILIAR_LANGUAGE))
        .mapToInt(Signal::points)
        .sum();
  }

  private static VerdictRule.Judgement judge(Stage stage, Unsure unsure, Signal... signals) {
    return RULE.judge(List.of(signals), stage, unsure, false);
  }

  private static List<Signal> with(List<Signal> signals, Signal more) {
    return Stream.concat(signals.stream(), Stream.of(more)).toList();
  }

  private static Signal relevance(int points) {
    return Signal.of(SAME_EMPLOYER, points, "");
  }

  private static Signal risk(int points) {
    return Signal.of(points > 50 ? SALES_PITCH : SCANT_PROFILE, points, "");
  }
}
