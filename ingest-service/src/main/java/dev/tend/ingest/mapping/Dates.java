package dev.tend.ingest.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.tend.events.PartialDate;
import dev.tend.events.RefusedException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The forms in which a provider writes dates, tried in their order: {@code iso} (ISO 8601, any part
 * of it), {@code epoch-seconds}, {@code epoch-millis}, or a pattern of {@link DateTimeFormatter} in
 * English, such as {@code M/d/yyyy}. What has no zone is UTC.
 */
public final class Dates {
  /** For a provider that does not say: ISO 8601. */
  public static final Dates ISO = new Dates(List.of(new Form.Iso()));

  /** 2015, 2015-3, 2015-03-17 and the like; a template leaves a dash where the month is missing. */
  private static final Pattern MONTH = Pattern.compile("(\\d{4})(?:-(\\d{1,2})?(?:-.*|T.*)?)?");

  private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");

  private final List<Form> forms;

  private Dates(List<Form> forms) {
    this.forms = List.copyOf(forms);
  }

  /** Reads the names of the forms. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Dates of(List<String> names) {
    var forms = new ArrayList<Form>();
    for (int i = 0; i < names.size(); i++) {
      forms.add(form("[" + i + "]", names.get(i)));
    }
    return new Dates(forms);
  }

  private static Form form(String field, String name) {
    return switch (name) {
      case "iso" -> new Form.Iso();
      case "epoch-seconds" -> new Form.Epoch(1_000);
      case "epoch-millis" -> new Form.Epoch(1);
      default -> {
        try {
          yield new Form.Written(
              new DateTimeFormatterBuilder()
                  .parseCaseInsensitive()
                  .appendPattern(name)
                  .toFormatter(Locale.ENGLISH));
        } catch (IllegalArgumentException noPattern) {
          throw new RefusedException(
              field, "must be iso, epoch-seconds, epoch-millis or a pattern such as M/d/yyyy");
        }
      }
    };
  }

  /** The moment; empty when it is in none of the forms. */
  public Optional<Instant> instant(String text) {
    return forms.stream().map(form -> form.instant(text)).flatMap(Optional::stream).findFirst();
  }

  /** The month or the year; empty when it is in none of the forms. */
  public Optional<PartialDate> month(String text) {
    return forms.stream().map(form -> form.month(text)).flatMap(Optional::stream).findFirst();
  }

  private sealed interface Form {
    Optional<Instant> instant(String text);

    Optional<PartialDate> month(String text);

    record Iso() implements Form {
      @Override
      public Optional<Instant> instant(String text) {
        try {
          var parsed =
              DateTimeFormatter.ISO_DATE_TIME.parseBest(
                  text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
          return Optional.of(moment(parsed));
        } catch (DateTimeException noTime) {
          return day(text);
        }
      }

      private static Optional<Instant> day(String text) {
        try {
          return Optional.of(moment(LocalDate.parse(text)));
        } catch (DateTimeException noDay) {
          return Optional.empty();
        }
      }

      @Override
      public Optional<PartialDate> month(String text) {
        var matcher = MONTH.matcher(text.strip());
        if (!matcher.matches()) {
          return Optional.empty();
        }
        var month = matcher.group(2);
        return partial(
            Integer.parseInt(matcher.group(1)), month == null ? 0 : Integer.parseInt(month));
      }
    }

    record Epoch(long millis) implements Form {
      @Override
      public Optional<Instant> instant(String text) {
        if (!DIGITS.matcher(text).matches()) {
          return Optional.empty();
        }
        try {
          return Optional.of(
              Instant.ofEpochMilli(Math.multiplyExact(Long.parseLong(text), millis)));
        } catch (ArithmeticException tooLate) {
          return Optional.empty();
        }
      }

      @Override
      public Optional<PartialDate> month(String text) {
        return instant(text)
            .map(at -> at.atOffset(ZoneOffset.UTC))
            .flatMap(at -> partial(at.getYear(), at.getMonthValue()));
      }
    }

    record Written(DateTimeFormatter pattern) implements Form {
      @Override
      public Optional<Instant> instant(String text) {
        try {
          return Optional.of(
              moment(
                  pattern.parseBest(
                      text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)));
        } catch (DateTimeException other) {
          return Optional.empty();
        }
      }

      @Override
      public Optional<PartialDate> month(String text) {
        try {
          var month = YearMonth.from(pattern.parse(text));
          return partial(month.getYear(), month.getMonthValue());
        } catch (DateTimeException other) {
          return Optional.empty();
        }
      }
    }

    private static Optional<PartialDate> partial(int year, int month) {
      try {
        return Optional.of(new PartialDate(year, month));
      } catch (RefusedException outOfRange) {
        return Optional.empty();
      }
    }

    private static Instant moment(TemporalAccessor parsed) {
      return switch (parsed) {
        case OffsetDateTime at -> at.toInstant();
        case LocalDateTime at -> at.toInstant(ZoneOffset.UTC);
        default -> LocalDate.from(parsed).atStartOfDay().toInstant(ZoneOffset.UTC);
      };
    }
  }
}
