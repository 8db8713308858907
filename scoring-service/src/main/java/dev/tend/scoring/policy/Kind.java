package dev.tend.scoring.policy;

import dev.tend.events.RefusedException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the value of a setting may be, and how it is written in a policy file. */
sealed interface Kind<T> {

  /**
   * Reads a value as it is written.
   *
   * @throws RefusedException when it is none of this kind, saying what would be
   */
  T read(String written);

  /** How a value is written, such that {@link #read} gives it back. */
  String written(T value);

  /** The class of the values. */
  Class<T> type();

  private static RefusedException refused(String reason) {
    return new RefusedException("", reason);
  }

  /** A whole number. */
  record Whole(int least, int most) implements Kind<Integer> {
    private static final Pattern DIGITS = Pattern.compile("0|[1-9][0-9]{0,5}");

    @Override
    public Integer read(String written) {
      if (DIGITS.matcher(written).matches()) {
        int value = Integer.parseInt(written);
        if (least <= value && value <= most) {
          return value;
        }
      }
      throw refused("must be a whole number between " + least + " and " + most);
    }

    @Override
    public String written(Integer value) {
      return value.toString();
    }

    @Override
    public Class<Integer> type() {
      return Integer.class;
    }
  }

  /** One of a few words: the constants in small letters. */
  record OneOf<E extends Enum<E>>(Class<E> type) implements Kind<E> {
    @Override
    public E read(String written) {
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> written(constant).equals(written))
          .findFirst()
          .orElseThrow(
              () ->
                  refused(
                      "must be one of "
                          + Arrays.stream(type.getEnumConstants())
                              .map(this::written)
                              .collect(Collectors.joining(", "))));
    }

    @Override
    public String written(E value) {
      return value.name().toLowerCase(Locale.ROOT);
    }
  }

  /** A length of time in whole days or hours, such as {@code 14d} or {@code 36h}. */
  record Time(Duration least, Duration most) implements Kind<Duration> {
    static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,3}[dh]");

    @Override
    public Duration read(String written) {
      if (FORM.matcher(written).matches()) {
        int many = Integer.parseInt(written.substring(0, written.length() - 1));
        var value = written.endsWith("d") ? Duration.ofDays(many) : Duration.ofHours(many);
        if (value.compareTo(least) >= 0 && value.compareTo(most) <= 0) {
          return value;
        }
      }
      throw refused(
          "must be days or hours such as 14d or 36h, from %s to %s"
              .formatted(written(least), written(most)));
    }

    @Override
    public String written(Duration value) {
      return value.toHours() % 24 == 0 ? value.toDays() + "d" : value.toHours() + "h";
    }

    @Override
    public Class<Duration> type() {
      return Duration.class;
    }
  }
}
