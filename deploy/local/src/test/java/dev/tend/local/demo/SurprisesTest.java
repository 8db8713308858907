package dev.tend.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Axis;
import dev.tend.events.PersonKey;
import dev.tend.events.Verdict;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SurprisesTest {
  private static final PersonKey NADINE = PersonKey.of("in/nadine");

  @Test
  void thereIsNoneWhereVerdictAndReasonsAreAsMeant() {
    assertThat(among(meant(null, Verdict.ASK, Verdict.IGNORE), judged(Verdict.IGNORE), false))
        .isEmpty();
  }

  @Test
  void namesAnotherVerdictWithItsFigures() {
    assertThat(among(meant(null, Verdict.ACCEPT), judged(Verdict.ASK), false))
        .singleElement()
        .asString()
        .contains("in/nadine for amy.chen is ask (relevance 12, risk 3), meant: accept")
        .endsWith("A class mate.");
  }

  @Test
  void namesReasonsThatAreMissing() {
    var wish =
        new Meant(
            "amy.chen",
            NADINE,
            "",
            List.of(Verdict.ACCEPT),
            null,
            List.of("same-school", "same-cause"),
            "a class mate");

    assertThat(Surprises.among(List.of(wish), List.of(judged(Verdict.ACCEPT)), false))
        .singleElement()
        .asString()
        .contains("is judged without same-cause");
  }

  @Test
  void expectsTheVerdictAfterTheAnswerOnlyOnceItWasGiven() {
    var wish = meant(Verdict.ACCEPT, Verdict.ASK);

    assertThat(among(wish, judged(Verdict.ASK), false)).isEmpty();
    assertThat(among(wish, judged(Verdict.ASK), true)).hasSize(1);
    assertThat(among(wish, judged(Verdict.ACCEPT), true)).isEmpty();
  }

  @Test
  void missesWhatIsNotThere() {
    assertThat(Surprises.among(List.of(meant(null, Verdict.ASK)), List.of(), false))
        .singleElement()
        .asString()
        .contains("is there no times, not once");
  }

  private static List<String> among(Meant meant, Judged judged, boolean answered) {
    return Surprises.among(List.of(meant), List.of(judged), answered);
  }

  private static Meant meant(@Nullable Verdict afterAnswer, Verdict... verdicts) {
    return new Meant(
        "amy.chen", NADINE, "", List.of(verdicts), afterAnswer, List.of(), "a class mate");
  }

  private static Judged judged(Verdict verdict) {
    return new Judged(
        "4711",
        "amy.chen",
        NADINE,
        "Nadine",
        Optional.of(verdict),
        12,
        3,
        List.of(new Judged.Reason("same-school", Axis.RELEVANCE, "Both at school")),
        0);
  }
}
