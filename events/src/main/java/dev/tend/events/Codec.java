package dev.tend.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads and writes the JSON of every record. Thread-safe.
 *
 * <p>{@link #DOOR} refuses a field that it does not know, by name, so that a typing error is told
 * to whoever made it. {@link #TOPIC} lets it pass, so that an older service reads what a newer one
 * wrote. Neither guesses: a text is not a number, and depth and length are bounded.
 *
 * <p>Jackson was chosen by measurement; the figures stand in {@code docs/decisions/0003-json.md}.
 */
public final class Codec {
  /** For what comes from outside: HTTP bodies, files. */
  public static final Codec DOOR = new Codec(true);

  /** For what lies on the topics. */
  public static final Codec TOPIC = new Codec(false);

  private static final int DEEPEST = 32;

  /** A dead letter holds the largest record in Base64: 1.4 million characters. */
  private static final int LONGEST_TEXT = 2_000_000;

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NUMBER = 40;

  /** Jackson tells these apart in words only; a test holds them against its release. */
  private static final Pattern DUPLICATE =
      Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);

  private static final String TRAILING = "Trailing token";
  private static final String NULL_FOR_PRIMITIVE = "Cannot map `null` into type";

  private final JsonMapper mapper;

  private Codec(boolean refusesUnknownFields) {
    var bounds =
        StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxStringLength(LONGEST_TEXT)
            .maxNameLength(LONGEST_NAME)
            .maxNumberLength(LONGEST_NUMBER)
            .build();
    var json =
        JsonFactory.builder()
            .streamReadConstraints(bounds)
            // JSON is UTF-8 (RFC 8259, section 8.1); guessing would read garbage as UTF-32
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .build();
    mapper =
        JsonMapper.builder(json)
            .addModule(new JavaTimeModule())
            .addModule(new TimesAsText())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, refusesUnknownFields)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .withCoercionConfig(
                LogicalType.Textual,
                text ->
                    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();
  }

  /** Reads one record from JSON in UTF-8; a byte order mark before it is skipped. */
  public <T> Decoded<T> read(byte[] json, Class<T> type) {
    int start = start(json);
    if (start == json.length) {
      return empty();
    }
    try {
      T value = mapper.readValue(json, start, json.length - start, type);
      return value == null ? nothing(type) : new Decoded.Value<>(value);
    } catch (JacksonException refused) {
      return refused(refused);
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from memory", impossible);
    }
  }

  /** Reads one record from a tree, such as an element of an array that came from {@link #tree}. */
  public <T> Decoded<T> read(JsonNode node, Class<T> type) {
    try {
      T value = mapper.treeToValue(node, type);
      return value == null ? nothing(type) : new Decoded.Value<>(value);
    } catch (JacksonException refused) {
      return refused(refused);
    }
  }

  /**
   * Reads JSON as a tree, for what has no record, within the same bounds. An empty input is
   * refused.
   */
  public Decoded<JsonNode> tree(byte[] json) {
    int start = start(json);
    if (start == json.length) {
      return empty();
    }
    try {
      return new Decoded.Value<>(mapper.readTree(json, start, json.length - start));
    } catch (JacksonException refused) {
      return refused(refused);
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from memory", impossible);
    }
  }

  /** Writes a record, or a map, list or tree of them, as JSON in UTF-8. */
  public byte[] write(Object value) {
    try {
      return mapper.writeValueAsBytes(value);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("no JSON form for " + value.getClass().getName(), broken);
    }
  }

  /** A mapper with the same rules, for frameworks that bring their own plumbing. */
  public ObjectMapper mapper() {
    return mapper.copy();
  }

  /** Where the JSON begins: behind a byte order mark and white space. */
  private static int start(byte[] json) {
    boolean marked =
        json.length >= 3
            && json[0] == (byte) 0xEF
            && json[1] == (byte) 0xBB
            && json[2] == (byte) 0xBF;
    int at = marked ? 3 : 0;
    while (at < json.length
        && (json[at] == ' ' || json[at] == '\t' || json[at] == '\r' || json[at] == '\n')) {
      at++;
    }
    return at;
  }

  private static <T> Decoded<T> empty() {
    return new Decoded.Refused<>(DeadLetter.Reason.MALFORMED, new Refusal("", "is empty"));
  }

  private static <T> Decoded<T> nothing(Class<T> type) {
    return new Decoded.Refused<>(
        DeadLetter.Reason.INVALID, new Refusal("", "must be " + named(type) + ", not null"));
  }

  private static <T> Decoded<T> refused(JacksonException problem) {
    var path = problem instanceof JsonMappingException mapping ? path(mapping) : "";
    return switch (origin(problem)) {
      case JsonMappingException trailing when trailing.getOriginalMessage().startsWith(TRAILING) ->
          new Decoded.Refused<>(
              DeadLetter.Reason.MALFORMED, new Refusal("", "goes on after its end" + at(problem)));
      case JsonMappingException mapping ->
          new Decoded.Refused<>(DeadLetter.Reason.INVALID, invalid(path, mapping));
      case InputCoercionException _ ->
          new Decoded.Refused<>(
              DeadLetter.Reason.INVALID, new Refusal(path, "is a number out of range"));
      case JacksonException syntax ->
          new Decoded.Refused<>(DeadLetter.Reason.MALFORMED, malformed(path, syntax, at(problem)));
    };
  }

  /** A syntax error deep inside a record arrives wrapped in a mapping error. */
  private static JacksonException origin(JacksonException problem) {
    return problem instanceof JsonMappingException
            && problem.getCause() instanceof JacksonException cause
            && !(cause instanceof JsonMappingException)
        ? cause
        : problem;
  }

  private static Refusal malformed(String path, JacksonException problem, String at) {
    var message = problem.getOriginalMessage();
    if (problem instanceof StreamConstraintsException) {
      return new Refusal(path, tooMuch(message));
    }
    var twice = DUPLICATE.matcher(message);
    if (twice.matches()) {
      return new Refusal(twice.group(1), "is there twice" + at).within(path);
    }
    if (problem instanceof JsonEOFException) {
      return new Refusal(path, "breaks off before its end" + at);
    }
    return new Refusal(path, "is not valid JSON" + at);
  }

  private static String tooMuch(String message) {
    if (message.contains("nesting depth")) {
      return "is nested deeper than " + DEEPEST + " levels";
    }
    if (message.startsWith("Name")) {
      return "has a field name longer than " + LONGEST_NAME + " characters";
    }
    if (message.startsWith("Number")) {
      return "has a number longer than " + LONGEST_NUMBER + " characters";
    }
    return "has a text longer than " + LONGEST_TEXT + " characters";
  }

  private static String at(JacksonException problem) {
    JsonLocation at = problem.getLocation();
    return at == null || at.getLineNr() < 0
        ? ""
        : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
  }

  private static Refusal invalid(String path, JsonMappingException problem) {
    if (problem instanceof UnrecognizedPropertyException unknown) {
      var known =
          unknown.getKnownPropertyIds().stream()
              .map(Object::toString)
              .sorted()
              .collect(Collectors.joining(", "));
      return new Refusal(path, "is not a known field; known are " + known);
    }
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof RefusedException own) {
        return own.refusal().within(path);
      }
    }
    if (problem.getOriginalMessage().startsWith(NULL_FOR_PRIMITIVE)) {
      return new Refusal(path, "is required");
    }
    if (problem instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return new Refusal(path, "must be " + named(mismatch.getTargetType()));
    }
    return new Refusal(path, "cannot be read");
  }

  private static String path(JsonMappingException problem) {
    var path = new StringBuilder();
    for (var step : problem.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  private static String named(Class<?> type) {
    if (type == String.class || type == PersonKey.class) {
      return "a text";
    }
    if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
      return "a whole number";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    if (type == Instant.class) {
      return "a time such as 2026-02-08T14:37:00Z";
    }
    if (type == LocalDate.class) {
      return "a date such as 2026-02-08";
    }
    if (type == LocalTime.class) {
      return "a time of day such as 07:30";
    }
    if (ZoneId.class.isAssignableFrom(type)) {
      return "a time zone such as America/Toronto";
    }
    if (type == PartialDate.class) {
      return "a month such as 2015-03, or a year such as 2015";
    }
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(Codec::word)
              .collect(Collectors.joining(", "));
    }
    if (Iterable.class.isAssignableFrom(type) || type.isArray()) {
      return "an array";
    }
    return "an object";
  }

  private static String word(Object constant) {
    try {
      var property =
          constant
              .getClass()
              .getField(((Enum<?>) constant).name())
              .getAnnotation(JsonProperty.class);
      return property == null
          ? ((Enum<?>) constant).name().toLowerCase(Locale.ROOT)
          : property.value();
    } catch (NoSuchFieldException impossible) {
      throw new IllegalStateException("an enum constant without its field", impossible);
    }
  }
}
