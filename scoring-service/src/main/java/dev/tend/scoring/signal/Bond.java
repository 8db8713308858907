package dev.tend.scoring.signal;

import dev.tend.scoring.name.Headcount;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * How far a time together makes people know each other: from 0, not at all, towards 1, and beyond
 * where years were added to years.
 *
 * <p>It grows with the months together, and slower in a larger place, for both predict whether two
 * people know each other (Hsieh et al., WWW 2013). It is half after four months in a place of ten
 * thousand, for which a place of unknown size is taken, after eight months in one of a hundred
 * thousand, and after twelve in one of a million.
 *
 * <p>Three years make acquaintances of most; each year more, up to seven, adds a twelfth, for those
 * who went a long way together are the ones whom even a selective person keeps.
 *
 * <p>It fades by half in forty years, a working life: so that a year together fifteen years ago is
 * still enough for the growing bar, wherever it was, and two months twenty years ago nowhere.
 */
public final class Bond {
  private static final double HALF_MONTHS = 4;
  private static final double HALF_LIFE_YEARS = 40;
  private static final int A_YEAR = 12;
  private static final int FIRST_MONTHS = 36;
  private static final int MOST_MORE_YEARS = 4;
  private static final double EACH_MORE_YEAR = 1.0 / 12;

  private Bond() {}

  /** The strength of a time together, seen from a later month. */
  static double strength(int months, YearMonth until, Headcount size, YearMonth today) {
    double half = HALF_MONTHS * size.magnitude();
    double years = Math.max(0, ChronoUnit.MONTHS.between(until, today)) / 12.0;
    double more = Math.clamp((months - FIRST_MONTHS) / (double) A_YEAR, 0, MOST_MORE_YEARS);
    return (months / (months + half) + more * EACH_MORE_YEAR)
        * Math.pow(2, -years / HALF_LIFE_YEARS);
  }

  /** Of the most that a time together adds, what a year adds that has just ended. */
  public static int afterAYear(int most) {
    return (int) Math.round(most * A_YEAR / (A_YEAR + HALF_MONTHS));
  }
}
