package dev.tend.ingest.portability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Reads a 429. LinkedIn counts the calls of a day twice, for the member and for the application,
 * and begins anew at midnight UTC; its message tells which count is used up. It also sends one to
 * protect itself, which then says neither.
 */
final class RateLimit {
  private RateLimit() {}

  static Trouble of(HttpResponse<byte[]> answer, Instant now) {
    var message = new String(answer.body(), UTF_8).toUpperCase(java.util.Locale.ROOT);
    boolean everybody = message.contains("APPLICATION");
    boolean day = message.contains(" DAY ");
    var until =
        answer
            .headers()
            .firstValue("Retry-After")
            .flatMap(value -> retryAfter(value.strip(), now))
            .orElse(day ? midnightAfter(now) : null);
    return Trouble.limited(everybody, "LinkedIn takes no more calls for now", until);
  }

  /** Seconds, or a date (RFC 9110, section 10.2.3); at most a day, whatever it says. */
  static Optional<Instant> retryAfter(String value, Instant now) {
    try {
      var until =
          value.matches("\\d{1,9}")
              ? now.plusSeconds(Long.parseLong(value))
              : ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      var latest = now.plus(1, ChronoUnit.DAYS);
      return Optional.of(until.isAfter(latest) ? latest : until);
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Instant midnightAfter(Instant now) {
    return now.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).plusDays(1).toInstant();
  }
}
