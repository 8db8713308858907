package dev.tend.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.function.Function;

/**
 * Reads times in one form each. Jackson's own readers also take numbers, arrays and the empty text,
 * and so would guess whether seconds or milliseconds were meant.
 */
final class TimesAsText extends SimpleModule {
  private static final long serialVersionUID = 1L;

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

  TimesAsText() {
    super("times as text");
    text(Instant.class, TimesAsText::instant);
    text(LocalDate.class, day -> nearby(LocalDate.parse(day)));
    text(LocalTime.class, time -> LocalTime.parse(time, CLOCK));
    text(ZoneId.class, ZoneId::of);
  }

  /** RFC 3339: a zone is required, and four digits make a year. */
  private static Instant instant(String text) {
    var instant = Times.instant(text);
    var _ = nearby(instant.atZone(ZoneOffset.UTC).toLocalDate());
    return instant;
  }

  /** The years that Kafka and PostgreSQL can hold as well. */
  private static LocalDate nearby(LocalDate day) {
    if (day.getYear() < 1 || day.getYear() > 9999) {
      throw new DateTimeException("far away");
    }
    return day;
  }

  private <T> void text(Class<T> type, Function<String, T> parser) {
    addDeserializer(type, new Text<>(type, parser));
  }

  private static final class Text<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private final transient Function<String, T> parser;

    Text(Class<T> type, Function<String, T> parser) {
      super(type);
      this.type = type;
      this.parser = parser;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      if (!json.hasToken(JsonToken.VALUE_STRING)) {
        return type.cast(context.handleUnexpectedToken(type, json));
      }
      var text = json.getText().strip();
      try {
        return parser.apply(text);
      } catch (DateTimeException other) {
        throw context.weirdStringException(text, type, "");
      }
    }
  }
}
