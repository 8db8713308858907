package dev.tend.scoring.signal;

import static java.util.Comparator.comparingInt;

import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import java.util.stream.Stream;

/**
 * Both went to the same school; more when it was at the same time.
 *
 * <p>Rule: "something in common: … school …" (the product's design, common ground).
 */
record SameSchool(Weights weights) implements Rule {

  @Override
  public Stream<Signal> apply(Facts facts) {
    var mine = facts.member().profile();
    if (mine == null) {
      return Stream.empty();
    }
    return Shared.schools(mine, facts.inviter(), facts.month()).stream()
        .max(comparingInt(this::points))
        .map(shared -> Signal.of(SignalName.SAME_SCHOOL, points(shared), sentence(shared)))
        .stream();
  }

  private int points(Shared shared) {
    int base = weights.of(Worth.SAME_SCHOOL);
    return switch (shared.meeting()) {
      case Span.Meeting.Together together ->
          Math.min(
              base
                  + weights.of(Worth.SAME_SCHOOL_OVERLAP)
                  + together.months() / 12 * weights.of(Worth.SAME_SCHOOL_PER_YEAR),
              Math.max(base, weights.of(Worth.SAME_SCHOOL_MOST)));
      case Span.Meeting.Perhaps _, Span.Meeting.Unknown _ ->
          base + weights.of(Worth.SAME_SCHOOL_PERHAPS);
      case Span.Meeting.Apart _ -> base;
    };
  }

  private static String sentence(Shared shared) {
    return switch (shared.meeting()) {
      case Span.Meeting.Together together ->
          "Both studied at "
              + shared.name()
              + (together.words().startsWith("since") ? " " : ", ")
              + together.words();
      case Span.Meeting.Perhaps perhaps ->
          "Both studied at " + shared.name() + ", perhaps at the same time in " + perhaps.year();
      case Span.Meeting.Unknown _ -> "Both studied at " + shared.name() + "; when is not known";
      case Span.Meeting.Apart _ ->
          "Both studied at " + shared.name() + ", but not at the same time";
    };
  }
}
