package dev.tend.scoring.policy;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.scoring.policy.Case.NOW;
import static dev.tend.scoring.policy.Case.whenInvited;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Choice;
import dev.tend.events.Signal;
import dev.tend.events.Stage;
import dev.tend.events.Verdict;
import dev.tend.events.cast.AnInvitation;
import dev.tend.scoring.signal.Facts;
import dev.tend.scoring.signal.Weights;
import dev.tend.scoring.signal.Worth;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrialTest {
  private static final Policies CHEAP_CLIENTS = PolicyFileTest.sound("firm: {points: {client: 5}}");

  @Test
  void tellsWhichVerdictsWouldChangeAndWhy() {
    var trial = trial(CHEAP_CLIENTS, 100);
    trial.add("a", client("a"), Optional.of(Choice.Kind.ACCEPT));
    trial.add("b", client("b"), Optional.of(Choice.Kind.ASK));
    trial.add("c", stranger(), Optional.empty());

    var outcome = trial.outcome(1, true);

    assertThat(outcome.judged()).isEqualTo(3);
    assertThat(outcome.flipped()).isEqualTo(2);
    assertThat(outcome.changes())
        .containsExactly(
            new Comparison.Change(Verdict.ACCEPT, Verdict.ASK, 2, Map.of(Stage.GROWING, 2)));
    assertThat(outcome.choices()).isEqualTo(new Comparison.Choices(2, 1, 1));
    assertThat(outcome.examples()).hasSize(1);
    var flip = outcome.examples().getFirst();
    assertThat(flip.before().summary()).contains("a client of yours");
    assertThat(flip.before().signals())
        .extracting(Signal::points)
        .startsWith(Weights.DEFAULT.of(Worth.CLIENT));
    assertThat(flip.after().signals()).extracting(Signal::points).startsWith(5);
  }

  @Test
  void onlyThePolicysEffectShows() {
    var trial = trial(Policies.NONE, 100);
    trial.add("a", client("a"), Optional.empty());

    assertThat(trial.outcome(5, true))
        .returns(1, Comparison::judged)
        .returns(0, Comparison::flipped)
        .returns(List.of(), Comparison::changes);
  }

  @Test
  void whatIsForgottenOrTooOldDoesNotCount() {
    var trial = trial(CHEAP_CLIENTS, 100);
    trial.add("a", client("a"), Optional.empty());
    trial.forget("a");
    trial.add("b", received(client("b"), Duration.ofDays(31)), Optional.empty());

    assertThat(trial.outcome(5, true).judged()).isZero();
  }

  @Test
  void ofALongPastTheLatestCount() {
    var trial = trial(CHEAP_CLIENTS, 3);
    for (int day = 0; day < 20; day++) {
      var key = "k" + day;
      trial.add(key, received(client(key), Duration.ofDays(day)), Optional.empty());
    }

    assertThat(trial.outcome(5, false).examples())
        .extracting(Flip::invitation)
        .containsExactly("k0", "k1", "k2");
  }

  private static Trial trial(Policies candidate, int limit) {
    return new Trial(Policies.NONE, candidate, NOW.minus(Duration.ofDays(30)), limit);
  }

  private static Facts client(String id) {
    return Facts.of(
        aMember("Lee Park").withClients("Acme").build(),
        AnInvitation.from(aPerson("Dana Roy").at("Acme", "2010-01", null))
            .id(id)
            .to(aMember("Lee Park").withClients("Acme").build())
            .build(),
        NOW);
  }

  private static Facts stranger() {
    return whenInvited(aMember("Lee Park")).by(aPerson("Dana Roy")).facts();
  }

  private static Facts received(Facts facts, Duration ago) {
    return Facts.of(facts.member(), facts.invitation(), NOW.minus(ago));
  }
}
