package dev.tend.scoring.tuning;

import dev.tend.events.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * On how much of the past a policy is tried.
 *
 * @param since the earliest receipt
 * @param limit how many invitations at most, the latest ones
 */
record Scope(Instant since, int limit) {
  private static final Duration BY_DEFAULT = Duration.ofDays(90);
  private static final int USUAL = 5_000;
  private static final int MOST = 20_000;
  private static final Pattern DAYS = Pattern.compile("[1-9][0-9]{0,3}d");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");

  /**
   * Reads what was asked for; null for what was not said.
   *
   * @throws RefusedException naming what cannot be read
   */
  static Scope of(@Nullable String since, @Nullable String limit, Instant now) {
    return new Scope(
        since == null ? now.minus(BY_DEFAULT) : since(since, now),
        limit == null ? USUAL : limit(limit));
  }

  private static Instant since(String text, Instant now) {
    if (DAYS.matcher(text).matches()) {
      return now.minus(Duration.ofDays(Integer.parseInt(text.substring(0, text.length() - 1))));
    }
    try {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException none) {
      throw new RefusedException("since", "must be a date such as 2026-02-08, or days such as 90d");
    }
  }

  private static int limit(String text) {
    if (!NUMBER.matcher(text).matches() || Integer.parseInt(text) > MOST) {
      throw new RefusedException("limit", "must be a whole number from 1 to " + MOST);
    }
    return Integer.parseInt(text);
  }
}
