package dev.tend.notify.language;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * One language, ready to be spoken.
 *
 * @param locale decides the names of days and months
 * @param say the phrases
 */
public record Tongue(Locale locale, Phrases say) {

  /** A day and a time on the reader's clock, such as "Monday, 23 November 2026, 07:30". */
  public String moment(Instant instant, ZoneId zone) {
    return told(instant, zone, say.momentPattern());
  }

  /** A day, such as "Sunday, 22 November". */
  public String day(Instant instant, ZoneId zone) {
    return told(instant, zone, say.dayPattern());
  }

  /** The zone as people call it, such as "Eastern Time". */
  public String zone(ZoneId zone) {
    return zone.getDisplayName(TextStyle.FULL, locale);
  }

  private String told(Instant instant, ZoneId zone, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, locale).format(instant.atZone(zone));
  }
}
