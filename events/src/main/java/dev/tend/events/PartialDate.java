package dev.tend.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.YearMonth;
import java.util.regex.Pattern;

/**
 * A month, or a year of which the month is not known: profiles say "2001" as often as "March 2001".
 *
 * @param year 1900 to 2100
 * @param month 1 to 12, or 0 when only the year is known
 */
public record PartialDate(int year, int month) {
  private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

  public PartialDate {
    if (year < 1900 || year > 2100 || month < 0 || month > 12) {
      throw noDate();
    }
  }

  /**
   * Reads {@code 2001}, {@code 2001-03} or {@code 2001-03-17}, of which the day is dropped.
   *
   * @throws RefusedException for anything else
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static PartialDate of(String text) {
    if (isMonth(text)) {
      return new PartialDate(number(text, 0, 4), number(text, 5, 7));
    }
    var matcher = ISO.matcher(text.strip());
    if (!matcher.matches()) {
      throw noDate();
    }
    int year = Integer.parseInt(matcher.group(1));
    if (matcher.group(2) == null) {
      return new PartialDate(year, 0);
    }
    int month = Integer.parseInt(matcher.group(2));
    int day = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
    if (month < 1 || month > 12 || !YearMonth.of(year, month).isValidDay(day)) {
      throw noDate();
    }
    return new PartialDate(year, month);
  }

  /** The form that nearly all dates have, {@code 2001-03}, needs no pattern. */
  private static boolean isMonth(String text) {
    if (text.length() != 7 || text.charAt(4) != '-') {
      return false;
    }
    for (int i = 0; i < 7; i++) {
      boolean digit = text.charAt(i) >= '0' && text.charAt(i) <= '9';
      if (i != 4 && !digit) {
        return false;
      }
    }
    return !text.endsWith("-00");
  }

  private static int number(String digits, int from, int to) {
    return Integer.parseInt(digits, from, to, 10);
  }

  public static PartialDate of(YearMonth month) {
    return new PartialDate(month.getYear(), month.getMonthValue());
  }

  /** Whether only the year is known. */
  public boolean yearOnly() {
    return month == 0;
  }

  /** The first month that this may mean. */
  public YearMonth earliest() {
    return YearMonth.of(year, yearOnly() ? 1 : month);
  }

  /** The last month that this may mean. */
  public YearMonth latest() {
    return YearMonth.of(year, yearOnly() ? 12 : month);
  }

  /** ISO 8601, such as {@code 2015-03} or {@code 2015}. */
  @JsonValue
  @Override
  public String toString() {
    return yearOnly() ? Integer.toString(year) : year + (month < 10 ? "-0" : "-") + month;
  }

  private static RefusedException noDate() {
    return new RefusedException(
        "", "must be a month such as 2015-03, or a year such as 2015, from 1900 to 2100");
  }
}
