package dev.tend.scoring.evaluation;

import dev.tend.events.Decision;
import dev.tend.events.SignalName;
import dev.tend.events.Stage;
import dev.tend.events.Verdict;
import dev.tend.events.VerdictRule;
import dev.tend.scoring.explain.Explained;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A labelled case, and what Tend says of it.
 *
 * @param signals those that Tend saw
 */
record Judged(Labelled labelled, Decision decision, Set<SignalName> signals) {

  /** Judges as {@code POST /explain} does; a case that the door refuses is an error. */
  static Judged of(Labelled labelled) {
    var decision = Explained.decision(labelled.id(), labelled.body());
    var signals = EnumSet.noneOf(SignalName.class);
    decision.signals().forEach(signal -> SignalName.of(signal.name()).ifPresent(signals::add));
    return new Judged(labelled, decision, signals);
  }

  static List<Judged> all(List<Labelled> cases) {
    return cases.stream().map(Judged::of).toList();
  }

  Verdict verdict() {
    return decision.verdict();
  }

  /** Whether an expert would sign the verdict. */
  boolean agrees() {
    return labelled.verdicts().contains(verdict());
  }

  /** Relevance less the bar of the member's stage. */
  int aboveTheBar() {
    var stage = labelled.body().at("/member/policy/stage").asText("growing");
    return decision.relevance()
        - VerdictRule.DEFAULT.bar(Stage.valueOf(stage.toUpperCase(Locale.ROOT)));
  }

  /** Whether it takes risk to be ignored: others ignore, or have asked, without any. */
  boolean mayBeAsked() {
    var unsure = labelled.body().at("/member/policy/unsure").asText("ask");
    return unsure.equals("ask") && !labelled.body().has("reply");
  }

  /** Whether every label of a signal holds. */
  boolean signalsHold() {
    return signals.containsAll(labelled.has()) && signals.stream().noneMatch(labelled::denies);
  }
}
