package dev.tend.scoring.signal;

import dev.tend.events.PartialDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time at a place, as exact as the profile says.
 *
 * @param from null when not known; then nothing can be said about overlaps
 * @param to null when it lasts, or when its end is not known
 */
record Span(@Nullable PartialDate from, @Nullable PartialDate to) {

  /** How two spans lie to each other. */
  sealed interface Meeting {
    /** A beginning is missing. */
    record Unknown() implements Meeting {}

    /** They did not meet. */
    record Apart() implements Meeting {}

    /** Years without months: they may have met, in the year given. */
    record Perhaps(int year) implements Meeting {}

    /**
     * They met.
     *
     * @param months how long, at least 1; the first and the last month count, so that January to
     *     December is a year
     * @param until the last month together; today when it lasts
     * @param alike whether both came and left in the same years, as those of one class do
     * @param words such as "January 2010 to December 2012 (3 years)"
     */
    record Together(int months, YearMonth until, boolean alike, String words) implements Meeting {}
  }

  /** Whether it lasts, as far as the profile says. */
  boolean lasts() {
    return from != null && to == null;
  }

  /** How this span lies to another, seen from a month in which what lasts still lasts. */
  Meeting meets(Span other, YearMonth today) {
    if (endsBefore(other) || other.endsBefore(this) || begins(today) || other.begins(today)) {
      return new Meeting.Apart();
    }
    if (from == null || other.from == null) {
      return new Meeting.Unknown();
    }
    var start = from.earliest().isAfter(other.from.earliest()) ? from : other.from;
    var end = firstOf(to, other.to);
    var last = end == null ? today : earlier(end.latest(), today);
    var certainStart = later(surelyFrom(from, to, today), surelyFrom(other.from, other.to, today));
    var certainEnd = earlier(surelyUntil(to, today), surelyUntil(other.to, today));
    if (certainEnd.isBefore(certainStart)) {
      return new Meeting.Perhaps(start.year());
    }
    int possible = months(start.earliest(), last);
    int certain = months(certainStart, certainEnd);
    boolean about = certain != possible;
    int together = (possible + certain) / 2;
    var length = (about ? "about " : "") + length(together, about);
    var words =
        end == null || end.earliest().isAfter(today)
            ? "since " + said(start) + " (" + length + ")"
            : said(start) + " to " + said(end) + " (" + length + ")";
    boolean alike =
        from.year() == other.from.year()
            && to != null
            && other.to != null
            && to.year() == other.to.year();
    return new Meeting.Together(together, last, alike, words);
  }

  private boolean endsBefore(Span other) {
    return to != null && other.from != null && to.latest().isBefore(other.from.earliest());
  }

  /** Whether it has not begun yet. */
  private boolean begins(YearMonth today) {
    return from != null && from.earliest().isAfter(today);
  }

  /**
   * The spans of one person at one place, with those that follow each other made one: a promotion
   * does not end a time together.
   */
  static List<Span> joined(List<Span> spans) {
    if (spans.size() < 2) {
      return spans;
    }
    var sorted = new ArrayList<Span>();
    var joined = new ArrayList<Span>();
    for (var span : spans) {
      (span.from == null ? joined : sorted).add(span);
    }
    sorted.sort(
        Comparator.comparing(span -> Optional.ofNullable(span.from).orElseThrow().earliest()));
    @Nullable Span open = null;
    for (var span : sorted) {
      if (open == null) {
        open = span;
      } else if (open.to == null
          || !Optional.ofNullable(span.from)
              .orElseThrow()
              .earliest()
              .isAfter(open.to.latest().plusMonths(2))) {
        open = new Span(open.from, lastOf(open.to, span.to));
      } else {
        joined.add(open);
        open = span;
      }
    }
    if (open != null) {
      joined.add(open);
    }
    return joined;
  }

  /** A length in words, such as "2 years 11 months"; rounded to years when it is not exact. */
  static String length(int months, boolean about) {
    int years = about && months >= 12 ? (months + 6) / 12 : months / 12;
    int rest = about && months >= 12 ? 0 : months % 12;
    var parts = new ArrayList<String>(2);
    if (years > 0) {
      parts.add(years == 1 ? "1 year" : years + " years");
    }
    if (rest > 0) {
      parts.add(rest == 1 ? "1 month" : rest + " months");
    }
    return String.join(" ", parts);
  }

  /** A month or year in words, such as "January 2010". */
  static String said(PartialDate date) {
    return date.yearOnly()
        ? String.valueOf(date.year())
        : date.earliest().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
            + " "
            + date.year();
  }

  private static int months(YearMonth from, YearMonth to) {
    return (int) ChronoUnit.MONTHS.between(from, to) + 1;
  }

  /** "2012" may mean December, but not if it ended in March of that year, or lasts in this one. */
  private static YearMonth surelyFrom(PartialDate from, @Nullable PartialDate to, YearMonth today) {
    return earlier(from.latest(), to == null ? today : earlier(to.latest(), today));
  }

  private static YearMonth surelyUntil(@Nullable PartialDate end, YearMonth today) {
    return end == null ? today : earlier(end.earliest(), today);
  }

  private static YearMonth later(YearMonth one, YearMonth other) {
    return one.isAfter(other) ? one : other;
  }

  private static YearMonth earlier(YearMonth one, YearMonth other) {
    return one.isBefore(other) ? one : other;
  }

  private static @Nullable PartialDate firstOf(
      @Nullable PartialDate one, @Nullable PartialDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.latest().isBefore(other.latest()) ? one : other;
  }

  private static @Nullable PartialDate lastOf(
      @Nullable PartialDate one, @Nullable PartialDate other) {
    if (one == null || other == null) {
      return null;
    }
    return one.latest().isAfter(other.latest()) ? one : other;
  }
}
