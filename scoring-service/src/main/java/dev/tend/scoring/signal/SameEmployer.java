package dev.tend.scoring.signal;

import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import java.util.List;

/**
 * Both worked for the same employer. More when it was at the same time, and the more the longer it
 * was, the less long ago, and the smaller the place: see {@link Bond}.
 *
 * <p>Rule: "the same company at the same time" (the product's design, common ground).
 */
record SameEmployer(Weights weights) implements Rule {

  @Override
  public List<Signal> apply(Facts facts) {
    if (isColleague(facts)) {
      return List.of(
          Signal.of(
              SignalName.SAME_EMPLOYER,
              weights.of(Worth.SAME_EMPLOYER_COLLEAGUE),
              "They are your colleague"));
    }
    var mine = facts.member().profile();
    if (mine == null) {
      return List.of();
    }
    var shared =
        Shared.best(
            Shared.employers(mine, facts.inviter(), facts.month()), one -> points(one, facts));
    return shared == null
        ? List.of()
        : List.of(
            Signal.of(
                SignalName.SAME_EMPLOYER,
                points(shared, facts),
                shared.sentence("Both at", "Both worked at")));
  }

  /** Somebody whom Tend serves needs no history to be known. */
  private static boolean isColleague(Facts facts) {
    for (var colleague : facts.colleagues()) {
      if (facts.inviter().profile().equals(colleague.profile())) {
        return true;
      }
    }
    return false;
  }

  private int points(Shared shared, Facts facts) {
    return shared.points(
        weights.of(Worth.SAME_EMPLOYER),
        weights.of(Worth.SAME_EMPLOYER_OVERLAP),
        weights.of(Worth.SAME_EMPLOYER_PERHAPS),
        facts.month());
  }
}
