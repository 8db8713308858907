package dev.tend.ingest.archive;

import dev.tend.events.PartialDate;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the dates of an export, which come in a different shape in every file, and in yet another
 * after somebody has saved it with a spreadsheet. Of three numbers with strokes the month is the
 * first, as LinkedIn writes it, unless it could be none; with full stops the day is.
 */
final class ArchiveDates {
  private static final Pattern ASIAN =
      Pattern.compile("(\\d+)\\s*[年년]\\s*(\\d+)\\s*[月월](?:\\s*(\\d+)\\s*[日일])?");
  private static final Pattern HALF_OF_DAY =
      Pattern.compile("(?<=\\d)\\s*([AaPp])\\.?\\s?[Mm]\\.?(?=$|\\s)");

  /** In a pattern: a year of four digits, or of two. */
  private static final String ANY_YEAR = "[uuuu][uu]";

  /** What two digits mean, as spreadsheets write them: 1950 to 2049. */
  private static final int FIRST_SHORT_YEAR = 1950;

  /** In UTC, whatever zone the member lives in. */
  private static final List<DateTimeFormatter> UTC_MOMENTS =
      formats(
          "uuuu-M-d H:mm[:ss] 'UTC'",
          "uuuu/M/d H:mm[:ss] 'UTC'",
          "EEE MMM d H:mm:ss 'UTC' uuuu",
          "uuuu-M-d'T'H:mm[:ss][.SSS]'Z'");

  private static final List<DateTimeFormatter> MOMENTS =
      formats(
          "M/d/[uuuu][uu][,] h:mm[:ss] a",
          "M/d/[uuuu][uu][,] H:mm[:ss]",
          "d/M/[uuuu][uu][,] H:mm[:ss]",
          "d.M.[uuuu][uu][,] H:mm[:ss]",
          "uuuu-M-d H:mm[:ss]",
          "uuuu/M/d H:mm[:ss]",
          "uuuu-M-d'T'H:mm[:ss][.SSS]",
          "d MMM uuuu[,] H:mm[:ss]",
          "MMM d, uuuu[,] h:mm[:ss] a",
          "MMM d, uuuu[,] H:mm[:ss]");

  private static final List<DateTimeFormatter> DAYS =
      formats(
          "d[.][ ][-]MMM[.][ ][-][uuuu][uu]",
          "uuuu-M-d",
          "uuuu/M/d",
          "M/d/[uuuu][uu]",
          "d/M/[uuuu][uu]",
          "d.M.[uuuu][uu]",
          "MMM[.] d[,] uuuu");

  private static final List<DateTimeFormatter> MONTHS =
      formats("uuuu-M", "uuuu/M", "M/uuuu", "M.uuuu", "MMM[.][ ][-][uuuu][uu]", "uuuu MMM");

  private ArchiveDates() {}

  /**
   * A time, or a day, which then means its first moment.
   *
   * @param zone in which it is written when it does not say
   */
  static Optional<Instant> instant(String text, ZoneId zone) {
    var plain = plain(text);
    return first(plain, UTC_MOMENTS, LocalDateTime::from)
        .map(moment -> moment.toInstant(ZoneOffset.UTC))
        .or(
            () ->
                first(plain, MOMENTS, LocalDateTime::from)
                    .or(() -> first(plain, DAYS, LocalDate::from).map(LocalDate::atStartOfDay))
                    .map(moment -> moment.atZone(zone).toInstant()));
  }

  /** A day; the time behind it, if any, is dropped. */
  static Optional<LocalDate> day(String text) {
    var plain = plain(text);
    return first(plain, DAYS, LocalDate::from)
        .or(() -> first(plain, UTC_MOMENTS, LocalDate::from))
        .or(() -> first(plain, MOMENTS, LocalDate::from));
  }

  /** A month, or only a year; the day, if any, is dropped. */
  static Optional<PartialDate> month(String text) {
    if (text.matches("(19|20)\\d{2}")) {
      return Optional.of(PartialDate.of(text));
    }
    return first(plain(text), MONTHS, YearMonth::from)
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
        } catch (DateTimeException _) {
          // 29/01/2026 has no month 29, but may be read the other way round
        }
      }
    }
    return Optional.empty();
  }

  /** In the words and signs that the formats know. */
  private static String plain(String text) {
    var numbers =
        ASIAN
            .matcher(text)
            .replaceAll(
                date ->
                    date.group(1)
                        + "-"
                        + date.group(2)
                        + (date.group(3) == null ? "" : "-" + date.group(3)));
    var half = HALF_OF_DAY.matcher(numbers).replaceAll(found -> " " + found.group(1) + "M");
    return MonthNames.inEnglish(half.strip());
  }

  private static List<DateTimeFormatter> formats(String... patterns) {
    return Stream.of(patterns).map(ArchiveDates::format).toList();
  }

  private static DateTimeFormatter format(String pattern) {
    var builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
    int year = pattern.indexOf(ANY_YEAR);
    if (year < 0) {
      builder.appendPattern(pattern);
    } else {
      builder
          .appendPattern(pattern.substring(0, year) + "[uuuu]")
          .optionalStart()
          .appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_SHORT_YEAR)
          .optionalEnd();
      var rest = pattern.substring(year + ANY_YEAR.length());
      if (!rest.isEmpty()) {
        builder.appendPattern(rest);
      }
    }
    return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
  }
}
