package dev.tend.scoring.learning;

import dev.tend.events.SignalName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/**
 * What one member's choices say, for each reason that they say something of. It follows from the
 * member's {@link Lessons} and the time alone: nobody else has a part in it, and nothing of an
 * earlier one.
 */
public record Tastes(List<Taste> all) {
  /** Nothing is known of the member's choices. */
  public static final Tastes NONE = new Tastes(List.of());

  public Tastes {
    all = List.copyOf(all);
  }

  /**
   * What the lessons say.
   *
   * @param now from which choices are old
   */
  public static Tastes of(Lessons lessons, Instant now) {
    if (lessons.all().size() < Taste.LEAST_CHOICES) {
      return NONE;
    }
    var tallies = new EnumMap<SignalName, Taste.Tally>(SignalName.class);
    for (var lesson : lessons.all()) {
      double weight = Fit.weight(lesson, now);
      for (var word : lesson.signals()) {
        SignalName.of(word)
            .filter(Taste::mayLearn)
            .ifPresent(
                name ->
                    tallies.computeIfAbsent(name, any -> new Taste.Tally()).add(lesson, weight));
      }
    }
    var leans = Fit.of(lessons.all(), now);
    var tastes = new ArrayList<Taste>(tallies.size());
    tallies.forEach(
        (name, tally) -> {
          if (tally.isEnough()) {
            tastes.add(Taste.of(name, tally, leans.getOrDefault(name, 0.0)));
          }
        });
    return new Tastes(tastes);
  }
}
