package dev.tend.scoring.policy;

import static java.util.Comparator.comparingInt;

import dev.tend.events.Signal;
import dev.tend.events.Stage;
import dev.tend.events.Unsure;
import dev.tend.events.Verdict;
import dev.tend.events.WouldBe;
import dev.tend.scoring.signal.Facts;
import java.util.List;
import java.util.function.Supplier;

/**
 * What would alter a verdict: small changes are tried, each with the same policy that gave the
 * verdict, and only those that alter it are told, the smallest first.
 *
 * <p>A change adds a reason, with the points that its rule would give, takes some away, or moves
 * the member to another policy. So a counterfactual costs one more sum over the reasons; the rules
 * run again only where another reason would come of a change ({@link Absence}).
 */
final class Counterfactuals {
  /** More would be a list of the rules, not an answer. */
  private static final int MOST = 3;

  private final Standing standing;

  Counterfactuals(Standing standing) {
    this.standing = standing;
  }

  /**
   * A change to the reasons or the policy that alters the verdict.
   *
   * @param condition how it is told
   * @param gone the reasons that it takes away
   * @param signals the reasons that are left, and those that it adds
   * @param size in points
   */
  record Change(
      Supplier<String> condition,
      List<Signal> gone,
      List<Signal> signals,
      Stage stage,
      Unsure unsure,
      Verdict verdict,
      int size) {

    Change with(List<Signal> others, Verdict another) {
      return new Change(condition, gone, others, stage, unsure, another, size);
    }
  }

  /** The smallest changes that alter a verdict. */
  List<WouldBe> of(Facts facts, List<Signal> signals, Verdict verdict) {
    return smallest(facts, signals, verdict).stream()
        .map(change -> new WouldBe(change.verdict(), change.condition().get()))
        .toList();
  }

  /** The smallest changes that really alter the verdict, at most {@link #MOST}. */
  List<Change> smallest(Facts facts, List<Signal> signals, Verdict verdict) {
    var attempt = new Attempt(standing, facts, signals, verdict);
    if (verdict == Verdict.ACCEPT) {
      attempt.withoutReasons();
    } else {
      attempt.withoutFlags();
      attempt.withReasons();
      attempt.withAnotherPolicy();
    }
    return attempt.changes().stream()
        .sorted(comparingInt(Change::size))
        .flatMap(change -> attempt.confirmed(change).stream())
        .limit(MOST)
        .toList();
  }
}
