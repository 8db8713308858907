package dev.tend.scoring.policy;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.events.Stage;
import dev.tend.events.Unsure;
import dev.tend.events.Verdict;
import dev.tend.events.VerdictRule.Judgement;
import dev.tend.events.VerdictRule.Sums;
import dev.tend.scoring.learning.Leaning;
import dev.tend.scoring.signal.Facts;
import dev.tend.scoring.signal.Rule;
import dev.tend.scoring.signal.Rules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The rules with the points that hold, and the verdict that follows from what they say. Built once
 * for all who stand under the same terms, since building rules costs more than asking them.
 */
final class Rulebook {
  private static final Comparator<Signal> STRONGEST_FIRST =
      comparingInt(Signal::points).reversed().thenComparing(comparing(Signal::name));

  private final Terms terms;
  private final List<Rule> rules;
  private final List<Rule> heedful;
  private final Set<String> heeding;

  Rulebook(Terms terms) {
    this.terms = terms;
    this.rules = Rules.all(terms.weights(), terms.colleagues());
    this.heedful = rules.stream().filter(rule -> !rule.heedingLists().isEmpty()).toList();
    this.heeding =
        heedful.stream()
            .flatMap(rule -> rule.heedingLists().stream())
            .map(SignalName::word)
            .collect(toUnmodifiableSet());
  }

  Terms terms() {
    return terms;
  }

  /** The reasons that these facts give, strongest first. */
  List<Signal> reasons(Facts facts) {
    return reasons(rules, facts);
  }

  /** Those of the reasons that the member's lists of companies have a say in, strongest first. */
  List<Signal> reasonsHeedingLists(Facts facts) {
    return reasons(heedful, facts);
  }

  /** Whether the member's lists of companies have a say in a reason. */
  boolean heedsLists(Signal reason) {
    return heeding.contains(reason.name());
  }

  private List<Signal> reasons(List<Rule> asked, Facts facts) {
    var reasons = new ArrayList<Signal>();
    for (var rule : asked) {
      for (var signal : rule.apply(facts)) {
        terms.weights().capped(signal).ifPresent(reasons::add);
      }
    }
    reasons.sort(STRONGEST_FIRST);
    return List.copyOf(reasons);
  }

  /** The reasons as they count for a member who has taught something, strongest first. */
  List<Signal> leaning(List<Signal> reasons, Leaning leaning) {
    return leaning.equals(Leaning.NONE)
        ? reasons
        : leaning.applied(reasons, terms.weights()::most).stream().sorted(STRONGEST_FIRST).toList();
  }

  /** What follows from the reasons: the points first, and what is promised last. */
  Judgement judge(List<Signal> reasons, Stage stage, Unsure unsure, boolean askedBefore) {
    var sums = Sums.of(reasons);
    var verdict = terms.verdicts().verdict(sums, stage, unsure, askedBefore);
    if (!terms.promises().isEmpty() && !sums.blocked()) {
      verdict = kept(verdict, reasons, sums, unsure, askedBefore);
    }
    return terms.verdicts().judgement(sums, verdict);
  }

  /** The verdict, or the nearest one that the promises leave. */
  private Verdict kept(
      Verdict verdict, List<Signal> reasons, Sums sums, Unsure unsure, boolean askedBefore) {
    var left = Promise.left(terms.promises(), reasons, askedBefore);
    if (left.contains(verdict)) {
      return verdict;
    }
    var nearest =
        switch (verdict) {
          case IGNORE -> Verdict.ASK;
          case ASK -> Verdict.IGNORE;
          case ACCEPT -> terms.verdicts().unconvinced(sums, unsure, askedBefore);
        };
    return left.contains(nearest) ? nearest : left.iterator().next();
  }
}
