package dev.tend.scoring.policy;

import static dev.tend.events.SignalName.CLIENT;
import static dev.tend.events.SignalName.COPIED_NOTE;
import static dev.tend.events.SignalName.FAR_AWAY;
import static dev.tend.events.SignalName.IMPERSONATION;
import static dev.tend.events.SignalName.SALES_PITCH;
import static dev.tend.events.SignalName.SAME_EMPLOYER;
import static dev.tend.events.SignalName.SAME_PLACE;
import static dev.tend.events.SignalName.SCANT_PROFILE;
import static dev.tend.events.Verdict.ACCEPT;
import static dev.tend.events.Verdict.ASK;
import static dev.tend.events.Verdict.IGNORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tend.events.RefusedException;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.events.Stage;
import dev.tend.events.Unsure;
import dev.tend.events.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PromiseTest {
  private static final long SEED = 20261124L;
  private static final int ROUNDS = 20_000;

  private static final Promise CLIENTS =
      new Promise(Set.of(CLIENT), Set.of(IMPERSONATION), Set.of(IGNORE));

  @Test
  void aClientIsNeverIgnored() {
    assertThat(verdict(List.of(CLIENTS), false, client(35), risk(SALES_PITCH, 80))).isEqualTo(ASK);
    assertThat(verdict(List.of(), false, client(35), risk(SALES_PITCH, 80))).isEqualTo(IGNORE);
  }

  @Test
  void nobodyIsAskedTwiceSoAClientWhoWasAskedIsAccepted() {
    assertThat(verdict(List.of(CLIENTS), true, client(5), risk(SALES_PITCH, 40))).isEqualTo(ACCEPT);
  }

  @Test
  void anExceptionTakesThePromiseBack() {
    assertThat(
            verdict(
                List.of(CLIENTS),
                false,
                client(35),
                risk(SALES_PITCH, 30),
                risk(IMPERSONATION, 45)))
        .isEqualTo(IGNORE);
  }

  @Test
  void allConditionsMustHold() {
    var both = new Promise(Set.of(CLIENT, SAME_EMPLOYER), Set.of(), Set.of(IGNORE));

    assertThat(verdict(List.of(both), false, client(35), risk(SALES_PITCH, 80))).isEqualTo(IGNORE);
    assertThat(
            verdict(
                List.of(both),
                false,
                client(35),
                Signal.of(SAME_EMPLOYER, 15, ""),
                risk(SALES_PITCH, 80)))
        .isEqualTo(ASK);
  }

  @Test
  void whatIsNeverAcceptedIsAskedOrIgnoredAsTheMemberWishes() {
    var copies = new Promise(Set.of(COPIED_NOTE), Set.of(), Set.of(ACCEPT));

    assertThat(verdict(List.of(copies), false, client(35), risk(COPIED_NOTE, 20))).isEqualTo(ASK);
    assertThat(verdict(List.of(copies), true, client(35), risk(COPIED_NOTE, 20))).isEqualTo(IGNORE);
  }

  @Test
  void twoVerdictsThatAreNeverGivenLeaveTheThird() {
    var always = new Promise(Set.of(CLIENT), Set.of(), Set.of(IGNORE, ASK));

    assertThat(verdict(List.of(always), false, client(1))).isEqualTo(ACCEPT);
  }

  @Test
  void theFirmsPromiseOutweighsALaterOneThatContradictsIt() {
    var never = new Promise(Set.of(CLIENT), Set.of(), Set.of(ACCEPT, ASK));

    assertThat(verdict(List.of(CLIENTS, never), false, client(35))).isEqualTo(ACCEPT);
    assertThat(verdict(List.of(never, CLIENTS), false, client(35))).isEqualTo(IGNORE);
  }

  @Test
  void placeLanguageAndBlocksAreNoConditions() {
    for (var name :
        List.of(FAR_AWAY, SignalName.UNFAMILIAR_LANGUAGE, SAME_PLACE, SignalName.BLOCKED)) {
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> new Promise(Set.of(name), Set.of(), Set.of(IGNORE)));
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> new Promise(Set.of(CLIENT), Set.of(name), Set.of(IGNORE)));
    }
  }

  // what holds whatever is promised

  @Test
  void promisesOverrideNeitherABlockNorTheSecondQuestionNorFairness() {
    var random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      var promises = List.of(anyPromise(random), anyPromise(random), anyPromise(random));
      var signals = anySignals(random);
      boolean asked = random.nextBoolean();
      var book = bookOf(promises);
      var verdict = verdict(book, signals, asked);
      var seen = "seed " + SEED + ", round " + round;

      var elsewhere = new ArrayList<>(signals);
      elsewhere.add(Signal.of(FAR_AWAY, 12, ""));
      assertThat(verdict(book, elsewhere, asked)).as(seen).isEqualTo(verdict);

      var blocked = new ArrayList<>(signals);
      blocked.add(Signal.of(SignalName.BLOCKED, 100, ""));
      assertThat(verdict(book, blocked, asked)).as(seen).isEqualTo(IGNORE);

      assertThat(asked && verdict == ASK).as(seen).isFalse();
      var first = promises.getFirst();
      boolean onlyAskingIsLeft = first.never().equals(Set.of(ACCEPT, IGNORE));
      if (first.concerns(signals) && !(asked && onlyAskingIsLeft)) {
        assertThat(first.never()).as(seen).doesNotContain(verdict);
      }
    }
  }

  private static Verdict verdict(List<Promise> promises, boolean asked, Signal... signals) {
    return verdict(bookOf(promises), List.of(signals), asked);
  }

  private static Verdict verdict(Rulebook book, List<Signal> signals, boolean asked) {
    return book.judge(signals, Stage.GROWING, Unsure.ASK, asked).verdict();
  }

  private static Rulebook bookOf(List<Promise> promises) {
    var layers =
        new ASheet()
            .firm(
                layer -> {
                  promises.forEach(layer::promising);
                  return layer;
                })
            .sheet()
            .layers();
    return new Rulebook(Terms.of(layers));
  }

  private static Promise anyPromise(Random random) {
    var names = List.of(CLIENT, SAME_EMPLOYER, SALES_PITCH, COPIED_NOTE, SCANT_PROFILE);
    var verdicts = List.of(Verdict.values());
    return new Promise(
        Set.of(names.get(random.nextInt(names.size()))),
        random.nextBoolean() ? Set.of() : Set.of(names.get(random.nextInt(names.size()))),
        random.nextBoolean()
            ? Set.of(verdicts.get(random.nextInt(3)))
            : Set.of(verdicts.get(0), verdicts.get(1 + random.nextInt(2))));
  }

  private static List<Signal> anySignals(Random random) {
    var signals = new ArrayList<Signal>();
    for (var name : List.of(CLIENT, SAME_EMPLOYER, SALES_PITCH, COPIED_NOTE, SCANT_PROFILE)) {
      if (random.nextBoolean()) {
        signals.add(Signal.of(name, 1 + random.nextInt(40), ""));
      }
    }
    return signals;
  }

  private static Signal client(int points) {
    return Signal.of(CLIENT, points, "");
  }

  private static Signal risk(SignalName name, int points) {
    return Signal.of(name, points, "");
  }
}
