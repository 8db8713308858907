package dev.tend.scoring.policy;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import dev.tend.events.Decision;
import dev.tend.events.Policy;
import dev.tend.events.Signal;
import dev.tend.events.VerdictRule;
import dev.tend.scoring.signal.Facts;
import dev.tend.scoring.signal.Rule;
import dev.tend.scoring.signal.Rules;
import dev.tend.scoring.signal.Weights;
import java.time.Instant;
import java.util.List;

/**
 * Decides: gathers the reasons, lets {@link VerdictRule} speak, and says in words what came out and
 * what would change it. Immutable and thread-safe; the same facts give the same decision.
 */
public final class Judge {
  private final VerdictRule verdicts;
  private final Counterfactuals counterfactuals;
  private final List<Rule> rules;

  /** Judges by the default bars and every rule there is. */
  public Judge() {
    this(VerdictRule.DEFAULT, Weights.DEFAULT, Rules.all(Weights.DEFAULT));
  }

  Judge(VerdictRule verdicts, Weights weights, List<Rule> rules) {
    this.verdicts = verdicts;
    this.counterfactuals = new Counterfactuals(verdicts, weights);
    this.rules = List.copyOf(rules);
  }

  /**
   * Decides about one invitation.
   *
   * @param now becomes the decision's {@code decidedAt} and nothing else
   * @param supersedes the id of the decision that this one replaces; empty for the first
   */
  public Decision decide(Facts facts, Instant now, String supersedes) {
    var signals =
        rules.stream()
            .flatMap(rule -> rule.apply(facts))
            .sorted(comparingInt(Signal::points).reversed().thenComparing(comparing(Signal::name)))
            .toList();
    var policy = facts.member().policy();
    var judgement = verdicts.judge(signals, policy.stage(), policy.unsure(), facts.askedBefore());
    return new Decision(
        facts.invitation().id(),
        facts.member().id(),
        judgement.verdict(),
        judgement.relevance(),
        judgement.risk(),
        Summary.of(judgement.verdict(), facts, signals),
        signals,
        counterfactuals.of(facts, signals, judgement.verdict()),
        label(policy),
        now,
        supersedes);
  }

  /** Which policy held, such as {@code growing/ask}. */
  static String label(Policy policy) {
    var stage =
        switch (policy.stage()) {
          case BUILDING -> "building";
          case GROWING -> "growing";
          case SELECTIVE -> "selective";
        };
    var unsure =
        switch (policy.unsure()) {
          case ASK -> "ask";
          case IGNORE -> "ignore";
        };
    return stage + "/" + unsure;
  }
}
