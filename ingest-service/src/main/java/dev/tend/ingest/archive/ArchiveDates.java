package dev.tend.ingest.archive;

import dev.tend.events.PartialDate;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the dates of an export, which come in a different shape in every file, and in yet another
 * after somebody has saved it with a spreadsheet. Times without a zone are taken as UTC, as
 * LinkedIn writes those with one.
 */
final class ArchiveDates {
  /** Month names follow the language of the account. */
  private static final List<Locale> LANGUAGES =
      Stream.of("en", "fr", "de", "es", "it", "pt", "nl").map(Locale::of).toList();

  private static final List<DateTimeFormatter> MOMENTS =
      Stream.of(
              english("M/d/uu, h:mm a"),
              english("M/d/uu, H:mm"),
              english("M/d/uuuu, h:mm a"),
              english("uuuu-M-d H:mm:ss 'UTC'"),
              english("uuuu/M/d H:mm:ss 'UTC'"),
              english("EEE MMM d H:mm:ss 'UTC' uuuu"))
          .toList();

  private static final List<DateTimeFormatter> DAYS =
      Stream.concat(
              Stream.of(
                  english("uuuu-M-d"), english("uuuu/M/d"), english("M/d/uu"), english("M/d/uuuu")),
              LANGUAGES.stream()
                  .flatMap(
                      language ->
                          Stream.of("d MMM uuuu", "d-MMM-uu", "MMM d, uuuu")
                              .map(pattern -> format(pattern, language))))
          .toList();

  private static final List<DateTimeFormatter> MONTHS =
      Stream.concat(
              Stream.of(english("uuuu-M"), english("M/uuuu")),
              LANGUAGES.stream()
                  .flatMap(
                      language ->
                          Stream.of("MMM uuuu", "MMMM uuuu", "MMM-uu")
                              .map(pattern -> format(pattern, language))))
          .toList();

  private ArchiveDates() {}

  /** A time, or a day, which then means its first moment. */
  static Optional<Instant> instant(String text) {
    return first(text, MOMENTS, LocalDateTime::from)
        .or(() -> day(text).map(LocalDate::atStartOfDay))
        .map(moment -> moment.toInstant(ZoneOffset.UTC));
  }

  /** A day; the time behind it, if any, is dropped. */
  static Optional<LocalDate> day(String text) {
    return first(text, DAYS, LocalDate::from)
        .or(() -> first(text, MOMENTS, LocalDateTime::from).map(LocalDateTime::toLocalDate));
  }

  /** A month, or only a year; the day, if any, is dropped. */
  static Optional<PartialDate> month(String text) {
    if (text.matches("(19|20)\\d{2}")) {
      return Optional.of(PartialDate.of(text));
    }
    return first(text, MONTHS, YearMonth::from)
        .or(() -> day(text).map(YearMonth::from))
        .filter(month -> month.getYear() >= 1900 && month.getYear() <= 2100)
        .map(PartialDate::of);
  }

  private static <T> Optional<T> first(
      String text, List<DateTimeFormatter> formats, TemporalQuery<T> query) {
    for (var format : formats) {
      var end = new ParsePosition(0);
      if (format.parseUnresolved(text, end) != null && end.getIndex() == text.length()) {
        try {
          return Optional.of(format.parse(text, query));
        } catch (DateTimeException noSuchDay) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static DateTimeFormatter english(String pattern) {
    return format(pattern, Locale.ENGLISH);
  }

  private static DateTimeFormatter format(String pattern, Locale language) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(language)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
