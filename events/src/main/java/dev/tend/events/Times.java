package dev.tend.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Reads points in time. Every record holds several, and each is read at every hop. */
public final class Times {
  private static final int SECONDS_END = "2026-02-08T14:37:00".length();
  private static final int LONGEST = "2026-02-08T14:37:00.123456789Z".length();
  private static final int SECONDS_A_DAY = 86_400;

  private Times() {}

  /**
   * The same as {@link Instant#parse}, at a tenth of its price for the form in which we write:
   * {@code 2026-02-08T14:37:00.123Z}.
   *
   * @throws DateTimeException when it is no point in time
   */
  public static Instant instant(String text) {
    if (!isCommon(text)) {
      return Instant.parse(text);
    }
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    if (hour > 23 || minute > 59 || second > 59) {
      return Instant.parse(text);
    }
    var day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    return Instant.ofEpochSecond(
        day.toEpochDay() * SECONDS_A_DAY + hour * 3600L + minute * 60L + second, nanos(text));
  }

  private static boolean isCommon(String text) {
    int end = text.length() - 1;
    if (end < SECONDS_END || end >= LONGEST || text.charAt(end) != 'Z') {
      return false;
    }
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean right =
          switch (i) {
            case 4, 7 -> c == '-';
            case 10 -> c == 'T';
            case 13, 16 -> c == ':';
            case 19 -> c == '.' && end > 20;
            default -> c >= '0' && c <= '9';
          };
      if (!right) {
        return false;
      }
    }
    return true;
  }

  private static int nanos(String text) {
    int nanos = 0;
    for (int i = SECONDS_END + 1; i < LONGEST - 1; i++) {
      nanos = 10 * nanos + (i < text.length() - 1 ? text.charAt(i) - '0' : 0);
    }
    return nanos;
  }

  private static int number(String digits, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + digits.charAt(i) - '0';
    }
    return number;
  }
}
