package dev.tend.scoring.signal;

import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import java.util.List;

/**
 * Both went to the same school; more when it was at the same time (see {@link Bond}), and most when
 * they came and left in the same years.
 *
 * <p>Rule: "something in common: … school …" (the product's design, common ground).
 */
record SameSchool(Weights weights) implements Rule {

  @Override
  public List<Signal> apply(Facts facts) {
    var mine = facts.member().profile();
    if (mine == null) {
      return List.of();
    }
    var shared =
        Shared.best(
            Shared.schools(mine, facts.inviter(), facts.month()), one -> points(one, facts));
    return shared == null
        ? List.of()
        : List.of(Signal.of(SignalName.SAME_SCHOOL, points(shared, facts), sentence(shared)));
  }

  private int points(Shared shared, Facts facts) {
    int points =
        shared.points(
            weights.of(Worth.SAME_SCHOOL),
            weights.of(Worth.SAME_SCHOOL_OVERLAP),
            weights.of(Worth.SAME_SCHOOL_PERHAPS),
            facts.month());
    return isSameClass(shared) ? points + weights.of(Worth.SAME_SCHOOL_CLASS) : points;
  }

  private static String sentence(Shared shared) {
    return shared.sentence("Both studied at", "Both studied at")
        + (isSameClass(shared) ? ", in the same class" : "");
  }

  private static boolean isSameClass(Shared shared) {
    return shared.meeting() instanceof Span.Meeting.Together together && together.alike();
  }
}
