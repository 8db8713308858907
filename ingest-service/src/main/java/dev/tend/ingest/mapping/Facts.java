package dev.tend.ingest.mapping;

import dev.tend.events.Education;
import dev.tend.events.PartialDate;
import dev.tend.events.Position;
import dev.tend.events.RefusedException;
import dev.tend.events.Volunteering;
import dev.tend.ingest.text.Entities;
import dev.tend.ingest.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The lists of a person's history in a provider's JSON. A row without its one required fact is left
 * out, and so are dates that cannot be true: a provider's slip must not cost the invitation.
 */
final class Facts {
  static final int LONGEST_LINE = 500;
  static final int LONGEST_PROSE = 10_000;
  static final int LONGEST_LIST = 500;

  private Facts() {}

  /** As one line that a record takes. */
  static String line(Where where, Place place) {
    return PlainText.atMost(LONGEST_LINE, PlainText.line(Entities.decoded(where.text(place))))
        .strip();
  }

  /** As a text with paragraphs that a record takes. */
  static String prose(Where where, Place place) {
    return PlainText.atMost(LONGEST_PROSE, PlainText.prose(Entities.decoded(where.text(place))))
        .strip();
  }

  /** Jobs that somebody held. */
  record Positions(Where items, Where company, Where title, Where from, Where to) {
    Positions(
        @Nullable Where items,
        @Nullable Where company,
        @Nullable Where title,
        @Nullable Where from,
        @Nullable Where to) {
      this.items = orNowhere(items);
      this.company = orNowhere(company);
      this.title = orNowhere(title);
      this.from = orNowhere(from);
      this.to = orNowhere(to);
    }

    List<Position> of(Place place, Dates dates) {
      return rows(
          items,
          place,
          at -> {
            var employer = line(company, at);
            var role = line(title, at);
            return employer.isEmpty()
                ? Optional.empty()
                : Optional.of(
                    dated(
                        month(from, at, dates),
                        month(to, at, dates),
                        (since, until) -> new Position(employer, role, since, until)));
          });
    }
  }

  /** Where and what somebody studied. */
  record Studies(Where items, Where school, Where degree, Where field, Where from, Where to) {
    Studies(
        @Nullable Where items,
        @Nullable Where school,
        @Nullable Where degree,
        @Nullable Where field,
        @Nullable Where from,
        @Nullable Where to) {
      this.items = orNowhere(items);
      this.school = orNowhere(school);
      this.degree = orNowhere(degree);
      this.field = orNowhere(field);
      this.from = orNowhere(from);
      this.to = orNowhere(to);
    }

    List<Education> of(Place place, Dates dates) {
      return rows(
          items,
          place,
          at -> {
            var where = line(school, at);
            return where.isEmpty()
                ? Optional.empty()
                : Optional.of(
                    dated(
                        month(from, at, dates),
                        month(to, at, dates),
                        (since, until) ->
                            new Education(where, line(degree, at), line(field, at), since, until)));
          });
    }
  }

  /** What somebody does without pay. */
  record Causes(Where items, Where organisation, Where role, Where cause) {
    Causes(
        @Nullable Where items,
        @Nullable Where organisation,
        @Nullable Where role,
        @Nullable Where cause) {
      this.items = orNowhere(items);
      this.organisation = orNowhere(organisation);
      this.role = orNowhere(role);
      this.cause = orNowhere(cause);
    }

    List<Volunteering> of(Place place) {
      return rows(
          items,
          place,
          at -> {
            var whose = line(organisation, at);
            return whose.isEmpty()
                ? Optional.empty()
                : Optional.of(new Volunteering(whose, line(role, at), line(cause, at)));
          });
    }
  }

  /** A list of words; {@code each} says where the word stands in an element. */
  record Words(Where items, Where each) {
    Words(@Nullable Where items, @Nullable Where each) {
      this.items = orNowhere(items);
      this.each = each == null ? Where.of("") : each;
    }

    List<String> of(Place place) {
      return rows(
          items,
          place,
          at -> {
            var word = line(each, at);
            return word.isEmpty() ? Optional.empty() : Optional.of(word);
          });
    }
  }

  static Where orNowhere(@Nullable Where where) {
    return where == null ? Where.NOWHERE : where;
  }

  private static <T> List<T> rows(Where items, Place place, Function<Place, Optional<T>> reading) {
    var all = new ArrayList<T>();
    for (var element : items.elements(place)) {
      if (all.size() == LONGEST_LIST) {
        break;
      }
      reading.apply(place.at(element)).filter(one -> !all.contains(one)).ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  private static @Nullable PartialDate month(Where where, Place place, Dates dates) {
    var text = where.text(place).strip();
    return text.isEmpty() ? null : dates.month(text).orElse(null);
  }

  private static <T> T dated(
      @Nullable PartialDate from, @Nullable PartialDate to, Dated<T> reading) {
    try {
      return reading.of(from, to);
    } catch (RefusedException backwards) {
      return reading.of(null, null);
    }
  }

  private interface Dated<T> {
    T of(@Nullable PartialDate from, @Nullable PartialDate to);
  }
}
