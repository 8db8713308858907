package dev.tend.local.demo;

import static java.util.regex.Matcher.quoteReplacement;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Fills in the dates of the sample firm, so that it never grows old: {@code {{3 days ago 14:05}}}
 * counts back from the day of the story, and {@code {{3 days ago 14:05 | M/d/yy, h:mm a}}} is
 * written in that format. All times are UTC.
 *
 * @param today the day of the story
 */
record RelativeDates(LocalDate today) {
  /** As NDJSON has it. */
  static final DateTimeFormatter ISO = DateTimeFormatter.ISO_INSTANT;

  /** As the header of a mail has it (RFC 5322). */
  static final DateTimeFormatter MAIL = format("EEE, d MMM yyyy HH:mm:ss Z");

  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "\\{\\{(?<days>\\d{1,4}) days? ago (?<time>\\d\\d:\\d\\d)(?: \\| (?<format>[^}]+))?}}");

  /**
   * The text with its dates.
   *
   * @param usual the format of dates that name none
   * @throws IllegalArgumentException when something in double braces is no date
   */
  String filledIn(String text, DateTimeFormatter usual) {
    var filled =
        PLACEHOLDER
            .matcher(text)
            .replaceAll(
                found -> {
                  var own = found.group("format");
                  var time =
                      today
                          .minusDays(Long.parseLong(found.group("days")))
                          .atTime(LocalTime.parse(found.group("time")))
                          .atOffset(ZoneOffset.UTC);
                  return quoteReplacement((own == null ? usual : format(own)).format(time));
                });
    int left = filled.indexOf("{{");
    if (left >= 0) {
      var rest = filled.substring(left, Math.min(filled.length(), left + 40));
      throw new IllegalArgumentException("No date of the sample firm: " + rest);
    }
    return filled;
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US);
  }
}
