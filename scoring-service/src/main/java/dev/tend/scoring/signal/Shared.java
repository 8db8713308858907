package dev.tend.scoring.signal;

import dev.tend.events.Education;
import dev.tend.events.PartialDate;
import dev.tend.events.Person;
import dev.tend.events.Position;
import dev.tend.scoring.name.Employers;
import dev.tend.scoring.name.Headcount;
import dev.tend.scoring.name.Schools;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A place where two people both have been, and how they met there.
 *
 * @param name as the first of the two writes it
 * @param size of the place, as far as it is known
 * @param meeting the best of all their times there
 */
record Shared(String name, Headcount size, Span.Meeting meeting) {

  /** The employers of both, each once. */
  static List<Shared> employers(Person mine, Person theirs, YearMonth today) {
    var stays = new LinkedHashMap<String, Stays>();
    for (var position : mine.positions()) {
      for (var key : keys(position)) {
        stays
            .computeIfAbsent(key, _ -> new Stays(position.company(), Headcount.ofEmployer(key)))
            .mine
            .add(span(position));
      }
    }
    for (var position : theirs.positions()) {
      add(stays, keys(position), span(position));
    }
    if (theirs.positions().isEmpty()) {
      for (var job : Job.fromHeadline(theirs.headline())) {
        add(stays, Employers.keys(job.company()), new Span(null, null));
      }
    }
    return met(stays, today);
  }

  /** The schools of both, each once. */
  static List<Shared> schools(Person mine, Person theirs, YearMonth today) {
    var stays = new LinkedHashMap<String, Stays>();
    for (var time : mine.education()) {
      var key = Schools.key(time.school());
      if (!key.isEmpty()) {
        stays
            .computeIfAbsent(key, _ -> new Stays(time.school(), Headcount.ofSchool(key)))
            .mine
            .add(span(time));
      }
    }
    for (var time : theirs.education()) {
      add(stays, List.of(Schools.key(time.school())), span(time));
    }
    return met(stays, today);
  }

  /** The place that is worth most; of several alike the first, and null when there is none. */
  static @Nullable Shared best(List<Shared> places, ToIntFunction<Shared> worth) {
    Shared best = null;
    int most = Integer.MIN_VALUE;
    for (var place : places) {
      int points = worth.applyAsInt(place);
      if (best == null || points > most) {
        best = place;
        most = points;
      }
    }
    return best;
  }

  /** How long they were there together, in months; 0 when they were not, or it is not known. */
  int months() {
    return meeting instanceof Span.Meeting.Together together ? together.months() : 0;
  }

  /**
   * What it is worth to share this place.
   *
   * @param base at different times
   * @param together the most that a time together adds
   * @param perhaps added when they may have met
   */
  int points(int base, int together, int perhaps, YearMonth today) {
    return switch (meeting) {
      case Span.Meeting.Together time ->
          base
              + (int)
                  Math.round(together * Bond.strength(time.months(), time.until(), size, today));
      case Span.Meeting.Perhaps _, Span.Meeting.Unknown _ -> base + perhaps;
      case Span.Meeting.Apart _ -> base;
    };
  }

  /**
   * The place and the time in a sentence.
   *
   * @param both such as "Both at", when it was at the same time
   * @param each such as "Both worked at", when it was not, or is not known
   */
  String sentence(String both, String each) {
    return switch (meeting) {
      case Span.Meeting.Together time ->
          both + " " + name + (time.words().startsWith("since") ? " " : ", ") + time.words();
      case Span.Meeting.Perhaps(int year) ->
          each + " " + name + ", perhaps at the same time in " + year;
      case Span.Meeting.Unknown _ -> each + " " + name + "; when is not known";
      case Span.Meeting.Apart _ -> each + " " + name + ", but not at the same time";
    };
  }

  /** Whether they may have met there: not when the years are known and do not touch. */
  boolean mayHaveMet() {
    return !(meeting instanceof Span.Meeting.Apart);
  }

  /** The dates in brackets or words, where they are known: " (January 2010 to …)". */
  Optional<String> when() {
    return meeting instanceof Span.Meeting.Together together
        ? Optional.of(together.words())
        : Optional.empty();
  }

  private static void add(Map<String, Stays> stays, List<String> keys, Span span) {
    for (var key : keys) {
      var stay = stays.get(key);
      if (stay != null) {
        stay.theirs.add(span);
      }
    }
  }

  private static List<Shared> met(Map<String, Stays> stays, YearMonth today) {
    List<Shared> shared = List.of();
    for (var stay : stays.values()) {
      if (!stay.theirs.isEmpty()) {
        if (shared.isEmpty()) {
          shared = new ArrayList<>(2);
        }
        shared.add(new Shared(stay.name, stay.size, stay.best(today)));
      }
    }
    return shared;
  }

  private static List<String> keys(Position position) {
    var from = position.from();
    return from == null
        ? Employers.keys(position.company())
        : Employers.keys(position.company(), from.year());
  }

  private static Span span(Position position) {
    return new Span(position.from(), position.to());
  }

  /** A time at school of which only the beginning is given is taken to have lasted four years. */
  private static Span span(Education time) {
    var from = time.from();
    var to = time.to();
    return from == null || to != null
        ? new Span(from, to)
        : new Span(from, new PartialDate(Math.min(from.year() + 4, 2100), 0));
  }

  /** The times of both at one place. */
  private static final class Stays {
    private final String name;
    private final Headcount size;
    private final List<Span> mine = new ArrayList<>(2);
    private final List<Span> theirs = new ArrayList<>(2);

    Stays(String name, Headcount size) {
      this.name = name;
      this.size = size;
    }

    Span.Meeting best(YearMonth today) {
      Span.Meeting best = new Span.Meeting.Apart();
      for (var my : Span.joined(mine)) {
        for (var their : Span.joined(theirs)) {
          var meeting = my.meets(their, today);
          if (rank(meeting) > rank(best)) {
            best = meeting;
          }
        }
      }
      return best;
    }

    private static int rank(Span.Meeting meeting) {
      return switch (meeting) {
        case Span.Meeting.Apart _ -> 0;
        case Span.Meeting.Unknown _ -> 1;
        case Span.Meeting.Perhaps _ -> 2;
        case Span.Meeting.Together together -> 2 + together.months();
      };
    }
  }
}
