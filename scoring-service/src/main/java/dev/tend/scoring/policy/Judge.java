package dev.tend.scoring.policy;

import dev.tend.events.Choice;
import dev.tend.events.Decision;
import dev.tend.events.Member;
import dev.tend.scoring.learning.Leaning;
import dev.tend.scoring.learning.Lessons;
import dev.tend.scoring.signal.Facts;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Decides: gathers the reasons, lets the policy speak, and says in words what came out and what
 * would change it. Immutable and thread-safe; the same facts give the same decision.
 */
public final class Judge {
  private final Supplier<Policies> policies;

  /** Judges by the defaults and what each member says. */
  public Judge() {
    this(() -> Policies.NONE);
  }

  /**
   * Judges by a policy.
   *
   * @param policies asked for each decision anew, so that a policy may be exchanged at any time
   */
  public Judge(Supplier<Policies> policies) {
    this.policies = policies;
  }

  /** What holds for a member at the moment. */
  public Standing standing(Member member) {
    return policies.get().of(member);
  }

  /**
   * Decides about one invitation.
   *
   * @param now becomes the decision's {@code decidedAt} and nothing else
   * @param supersedes the id of the decision that this one replaces; empty for the first
   */
  public Decision decide(Facts facts, Instant now, String supersedes) {
    return decide(facts, standing(facts.member()), now, supersedes);
  }

  /** Decides, for a member whose choices have taught something. */
  public Decision decide(Facts facts, Leaning leaning, Instant now, String supersedes) {
    return decide(facts, standing(facts.member()).withLeaning(leaning), now, supersedes);
  }

  /** Decides as if this held for the member. */
  public static Decision decide(Facts facts, Standing standing, Instant now, String supersedes) {
    var seen = standing.seen(facts);
    var reasons = standing.reasons(seen);
    var judgement = standing.judge(reasons, facts.askedBefore());
    return new Decision(
        facts.invitation().id(),
        facts.member().id(),
        judgement.verdict(),
        judgement.relevance(),
        judgement.risk(),
        Summary.of(judgement.verdict(), seen, reasons),
        reasons,
        new Counterfactuals(standing).of(seen, reasons, judgement.verdict()),
        standing.label(),
        now,
        supersedes);
  }

  /**
   * What a member's choice about an invitation teaches, beside what they taught before: its reasons
   * are taken as the rules alone give them.
   */
  public Lessons taught(Lessons before, Choice choice, Facts facts) {
    var standing = standing(facts.member());
    var verdicts = standing.terms().verdicts();
    return before.after(
        choice,
        standing.reasons(standing.seen(facts)),
        verdicts.bar(standing.stage()),
        verdicts.carefulAt());
  }
}
