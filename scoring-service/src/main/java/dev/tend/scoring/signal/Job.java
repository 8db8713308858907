package dev.tend.scoring.signal;

import dev.tend.events.Person;
import dev.tend.events.Position;
import dev.tend.scoring.name.Headline;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody does now, or did last, from their positions or, where these are not known, from
 * their headline.
 *
 * @param company empty when not known
 * @param title empty when not known
 */
record Job(String company, String title) {
  /** What a person does now; a position without an end is taken to last. */
  static List<Job> current(Person person, YearMonth today) {
    if (person.positions().isEmpty()) {
      return fromHeadline(person.headline());
    }
    var jobs = new ArrayList<Job>(2);
    for (var position : person.positions()) {
      if (lasts(position, today) && !Headline.isOver(position.title())) {
        jobs.add(new Job(position.company(), position.title()));
      }
    }
    return jobs;
  }

  /** Whether a position is held in a month. */
  static boolean lasts(Position position, YearMonth today) {
    var from = position.from();
    var to = position.to();
    return (to == null || !to.latest().isBefore(today))
        && (from == null || !from.earliest().isAfter(today));
  }

  /** What a headline says; empty when there is none. */
  static List<Job> fromHeadline(String headline) {
    if (headline.isEmpty()) {
      return List.of();
    }
    var said = Headline.of(headline);
    return List.of(new Job(said.company(), said.title()));
  }

  @Override
  public String toString() {
    return "Job[redacted]";
  }
}
