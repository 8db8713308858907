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
  private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-\\d{2})?)?");

  public PartialDate {
    Checked.between("", year, 1900, 2100);
    Checked.between("", month, 0, 12);
  }

  /**
   * Reads {@code 2001}, {@code 2001-03} or {@code 2001-03-17}, of which the day is dropped.
   *
   * @throws RefusedException for anything else
   */
  @JsonCreator
  public static PartialDate of(String text) {
    var matcher = ISO.matcher(text.strip());
    if (!matcher.matches()) {
      throw new RefusedException("", "must be a month such as 2015-03, or a year such as 2015");
    }
    var month = matcher.group(2);
    if ("00".equals(month)) {
      throw new RefusedException("", "must be a month such as 2015-03, or a year such as 2015");
    }
    return new PartialDate(
        Integer.parseInt(matcher.group(1)), month == null ? 0 : Integer.parseInt(month));
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
    return yearOnly() ? "%04d".formatted(year) : "%04d-%02d".formatted(year, month);
  }
}
