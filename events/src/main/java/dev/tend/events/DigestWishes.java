package dev.tend.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When a member wants their digest.
 *
 * @param every day, unless said otherwise
 * @param at wall-clock time in the member's zone; 07:30, unless said otherwise
 * @param on the day of a weekly digest; Monday, unless said otherwise; without meaning for the
 *     others
 */
public record DigestWishes(
    Every every,
    @JsonFormat(pattern = "HH:mm") LocalTime at,
    @JsonSerialize(converter = DigestWishes.InLowerCase.class)
        @JsonDeserialize(converter = DigestWishes.FromAnyCase.class)
        DayOfWeek on) {

  /** The wishes of somebody who has not said anything. */
  public static final DigestWishes DEFAULT = new DigestWishes(null, null, null);

  public DigestWishes(@Nullable Every every, @Nullable LocalTime at, @Nullable DayOfWeek on) {
    this.every = Checked.orElse(every, Every.DAY);
    this.at = Checked.orElse(at, LocalTime.of(7, 30));
    this.on = Checked.orElse(on, DayOfWeek.MONDAY);
  }

  /** How often a digest comes. */
  public enum Every {
    @JsonProperty("day")
    DAY,
    @JsonProperty("week")
    WEEK,
    @JsonProperty("off")
    OFF
  }

  /** Days are written as the format says: {@code monday}. */
  static final class InLowerCase extends StdConverter<DayOfWeek, String> {
    @Override
    public String convert(DayOfWeek day) {
      return day.name().toLowerCase(Locale.ROOT);
    }
  }

  /** People write Monday as well. */
  static final class FromAnyCase extends StdConverter<String, DayOfWeek> {
    @Override
    public DayOfWeek convert(String word) {
      return Arrays.stream(DayOfWeek.values())
          .filter(day -> day.name().equalsIgnoreCase(word.strip()))
          .findFirst()
          .orElseThrow(
              () ->
                  new RefusedException(
                      "",
                      "must be one of monday, tuesday, wednesday, thursday, friday, saturday,"
                          + " sunday"));
    }
  }
}
