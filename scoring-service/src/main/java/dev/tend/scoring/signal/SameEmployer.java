package dev.tend.scoring.signal;

import static java.util.Comparator.comparingInt;

import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import java.util.stream.Stream;

/**
 * Both worked for the same employer. More when it was at the same time, and more for each year of
 * it, since people remember those they sat beside.
 *
 * <p>Rule: "the same company at the same time" (the product's design, common ground).
 */
record SameEmployer(Weights weights) implements Rule {

  @Override
  public Stream<Signal> apply(Facts facts) {
    if (isColleague(facts)) {
      return Stream.of(
          Signal.of(
              SignalName.SAME_EMPLOYER,
              weights.of(Worth.SAME_EMPLOYER_MOST),
              "They are your colleague"));
    }
    var mine = facts.member().profile();
    if (mine == null) {
      return Stream.empty();
    }
    return Shared.employers(mine, facts.inviter(), facts.month()).stream()
        .max(comparingInt(this::points))
        .map(shared -> Signal.of(SignalName.SAME_EMPLOYER, points(shared), sentence(shared)))
        .stream();
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

  private int points(Shared shared) {
    int base = weights.of(Worth.SAME_EMPLOYER);
    return switch (shared.meeting()) {
      case Span.Meeting.Together together ->
          Math.min(
              base
                  + weights.of(Worth.SAME_EMPLOYER_OVERLAP)
                  + together.months() / 12 * weights.of(Worth.SAME_EMPLOYER_PER_YEAR),
              Math.max(base, weights.of(Worth.SAME_EMPLOYER_MOST)));
      case Span.Meeting.Perhaps _, Span.Meeting.Unknown _ ->
          base + weights.of(Worth.SAME_EMPLOYER_PERHAPS);
      case Span.Meeting.Apart _ -> base;
    };
  }

  private static String sentence(Shared shared) {
    return switch (shared.meeting()) {
      case Span.Meeting.Together together ->
          "Both at "
              + shared.name()
              + (together.words().startsWith("since") ? " " : ", ")
              + together.words();
      case Span.Meeting.Perhaps perhaps ->
          "Both worked at " + shared.name() + ", perhaps at the same time in " + perhaps.year();
      case Span.Meeting.Unknown _ -> "Both worked at " + shared.name() + "; when is not known";
      case Span.Meeting.Apart _ -> "Both worked at " + shared.name() + ", but not at the same time";
    };
  }
}
