package dev.tend.scoring.policy;

import static java.util.stream.Collectors.joining;

import dev.tend.events.Axis;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.events.Stage;
import dev.tend.events.Unsure;
import dev.tend.events.Verdict;
import dev.tend.events.VerdictRule;
import dev.tend.scoring.policy.Counterfactuals.Change;
import dev.tend.scoring.signal.Bond;
import dev.tend.scoring.signal.Facts;
import dev.tend.scoring.signal.Weights;
import dev.tend.scoring.signal.Worth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The changes that are tried for one decision. */
final class Attempt {
  private final Standing standing;
  private final Weights weights;
  private final Facts facts;
  private final List<Signal> signals;
  private final Verdict verdict;
  private final List<Change> changes = new ArrayList<>();

  Attempt(Standing standing, Facts facts, List<Signal> signals, Verdict verdict) {
    this.standing = standing;
    this.weights = standing.weights();
    this.facts = facts;
    this.signals = signals;
    this.verdict = verdict;
  }

  /** Those that altered the verdict. */
  List<Change> changes() {
    return changes;
  }

  void withReasons() {
    if (!has(SignalName.COLLEAGUE_KNOWS_THEM)) {
      with(
          SignalName.COLLEAGUE_KNOWS_THEM,
          weights.of(Worth.COLLEAGUE),
          "a colleague were connected with them");
    }
    if (!has(SignalName.CLIENT)) {
      with(SignalName.CLIENT, weights.of(Worth.CLIENT), "they worked at a client of yours");
    }
    if (!facts.askedBefore() && !has(SignalName.REPLY_EXPLAINS)) {
      with(
          SignalName.REPLY_EXPLAINS,
          weights.of(Worth.REPLY_CONFIRMED),
          "they reminded you of something that your history bears out");
    }
    var places = new SharedPlaces(facts);
    places
        .employer()
        .ifPresent(
            name ->
                with(
                    SignalName.SAME_EMPLOYER,
                    weights.of(Worth.SAME_EMPLOYER)
                        + Bond.afterAYear(weights.of(Worth.SAME_EMPLOYER_OVERLAP)),
                    "they had worked at " + name + " when you did, for a year"));
    places
        .school()
        .ifPresent(
            name ->
                with(
                    SignalName.SAME_SCHOOL,
                    weights.of(Worth.SAME_SCHOOL)
                        + Bond.afterAYear(weights.of(Worth.SAME_SCHOOL_OVERLAP)),
                    "they had been at " + name + " when you were, for a year"));
  }

  void withoutReasons() {
    without(on(Axis.RELEVANCE), "none of these reasons held");
  }

  void withoutFlags() {
    without(on(Axis.RISK), "none of these red flags were there");
  }

  /** Each alone; then two, of which neither is enough alone; then all, if nothing less is. */
  private void without(List<Signal> some, String all) {
    int before = changes.size();
    var enough = new boolean[some.size()];
    for (int i = 0; i < some.size(); i++) {
      enough[i] = take(List.of(some.get(i)));
    }
    for (int i = 0; i < some.size(); i++) {
      for (int j = i + 1; j < some.size(); j++) {
        if (!enough[i] && !enough[j]) {
          var _ = take(List.of(some.get(i), some.get(j)));
        }
      }
    }
    if (some.size() > 2 && changes.size() == before) {
      var _ = without(some, () -> all);
    }
  }

  void withAnotherPolicy() {
    var verdicts = standing.terms().verdicts();
    for (var stage : Stage.values()) {
      if (stage.compareTo(standing.stage()) < 0) {
        var _ =
            alter(
                () -> "you were " + said(stage) + " your network",
                List.of(),
                signals,
                stage,
                standing.unsure(),
                VerdictRule.CAP + verdicts.bar(standing.stage()) - verdicts.bar(stage));
      }
    }
    if (standing.unsure() == Unsure.IGNORE) {
      var _ =
          alter(
              () -> "you asked when you are unsure",
              List.of(),
              signals,
              standing.stage(),
              Unsure.ASK,
              VerdictRule.CAP);
    }
  }

  private static String said(Stage stage) {
    return switch (stage) {
      case BUILDING -> "still building";
      case GROWING -> "growing";
      case SELECTIVE -> "selective about";
    };
  }

  /** The same reason, when it is there already, is made stronger; a stronger one is left alone. */
  private void with(SignalName name, int points, String condition) {
    standing
        .counted(Signal.of(name, Math.min(points, VerdictRule.CAP), condition))
        .ifPresent(
            signal -> {
              int before =
                  signals.stream().filter(one -> one.is(name)).mapToInt(Signal::points).sum();
              if (before < signal.points()) {
                var changed = new ArrayList<Signal>(signals.size() + 1);
                signals.stream().filter(one -> !one.is(name)).forEach(changed::add);
                changed.add(signal);
                var _ =
                    alter(
                        () -> condition,
                        List.of(),
                        changed,
                        standing.stage(),
                        standing.unsure(),
                        signal.points() - before);
              }
            });
  }

  private boolean take(List<Signal> gone) {
    return without(
        gone, () -> gone.stream().map(Absence::said).distinct().collect(joining(", and ")));
  }

  private boolean without(List<Signal> gone, Supplier<String> condition) {
    return alter(
        condition,
        gone,
        remaining(signals, gone),
        standing.stage(),
        standing.unsure(),
        gone.stream().mapToInt(Signal::points).sum());
  }

  /**
   * A change as it comes out when the facts really change; empty when the verdict then stays. The
   * rules run again only where another reason would come of it.
   */
  Optional<Change> confirmed(Change change) {
    return Absence.in(facts, change.gone())
        .map(seen -> remaining(reasons(seen, change.gone()), change.gone()))
        .map(left -> change.with(left, verdict(left, change.stage(), change.unsure())))
        .or(() -> Optional.of(change))
        .filter(one -> one.verdict() != verdict);
  }

  private List<Signal> reasons(Facts seen, List<Signal> gone) {
    return Absence.isOfListsAlone(gone)
        ? standing.reasonsWithOtherLists(signals, seen)
        : standing.reasons(seen);
  }

  private static List<Signal> remaining(List<Signal> signals, List<Signal> gone) {
    var remaining = new ArrayList<Signal>(signals.size());
    for (var signal : signals) {
      if (!isNamedLikeOne(signal, gone)) {
        remaining.add(signal);
      }
    }
    return remaining;
  }

  private static boolean isNamedLikeOne(Signal signal, List<Signal> others) {
    for (int i = 0; i < others.size(); i++) {
      if (others.get(i).name().equals(signal.name())) {
        return true;
      }
    }
    return false;
  }

  private Verdict verdict(List<Signal> changed, Stage stage, Unsure unsure) {
    return standing.judge(changed, stage, unsure, facts.askedBefore()).verdict();
  }

  /** Tries a change, and keeps it if it alters the verdict. */
  private boolean alter(
      Supplier<String> condition,
      List<Signal> gone,
      List<Signal> changed,
      Stage stage,
      Unsure unsure,
      int size) {
    var other = verdict(changed, stage, unsure);
    if (other == verdict) {
      return false;
    }
    changes.add(new Change(condition, gone, changed, stage, unsure, other, size));
    return true;
  }

  private List<Signal> on(Axis axis) {
    var some = new ArrayList<Signal>(signals.size());
    for (var signal : signals) {
      if (signal.axis() == axis) {
        some.add(signal);
      }
    }
    return some;
  }

  private boolean has(SignalName name) {
    for (var signal : signals) {
      if (signal.is(name)) {
        return true;
      }
    }
    return false;
  }
}
