package dev.tend.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schemas of the records, one file for each record that travels or lies inside one. Names,
 * types and order come from the record's components; what is required, how long, how large and of
 * which form comes from asking its constructor (see {@link Bounds}), so a schema cannot promise
 * anything else than the code does. Fields that are not known stay allowed, as on the topics.
 */
final class Schemas {
  static final Path FOLDER = Path.of("src/main/resources/dev/tend/schemas");

  private static final String MONTH = "^(19[0-9]{2}|20[0-9]{2}|2100)(-(0[1-9]|1[0-2]))?$";
  private static final String CLOCK = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

  private final Bounds bounds = Bounds.ofTheFullSamples();
  private final Map<String, String> files = new LinkedHashMap<>();

  private Schemas() {}

  /** File name and text of every schema, as they should be. */
  static Map<String, String> generated() {
    var schemas = new Schemas();
    for (var type : schemas.bounds.types()) {
      schemas.files.put(fileOf(type), schemas.text(type));
    }
    return schemas.files;
  }

  /** Such as {@code dead-letter.v1.json}. */
  static String fileOf(Class<?> record) {
    var words = record.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
    return words.toLowerCase(Locale.ROOT) + ".v" + versionOf(record) + ".json";
  }

  /** A record changes its version together with the topic that carries it; what it holds is 1. */
  private static int versionOf(Class<?> record) {
    return Arrays.stream(Topic.values())
        .filter(topic -> topic.carries() == record)
        .map(Topic::eventType)
        .map(type -> Integer.parseInt(type.substring(type.lastIndexOf(".v") + 2)))
        .findFirst()
        .orElse(1);
  }

  private String text(Class<?> record) {
    var builder =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .without(Option.FLATTENED_ENUMS_FROM_TOSTRING)
            .with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
            .with(new JacksonModule());
    builder
        .forTypesInGeneral()
        .withPropertySorter((_, _) -> 0)
        .withTitleResolver(
            scope -> scope.getType().getErasedType() == record ? record.getSimpleName() : null)
        .withCustomDefinitionProvider((type, context) -> definition(record, type, context));
    builder
        .forFields()
        .withRequiredCheck(field -> !field.isFakeContainerItemScope() && ask(field).required())
        .withInstanceAttributeOverride(
            (schema, field, _) ->
                schema.setAll(
                    field.isFakeContainerItemScope()
                        ? ask(field).itemKeywords()
                        : ask(field).keywords()));
    var schema = new SchemaGenerator(builder.build()).generateSchema(record);
    try {
      return Codec.TOPIC
              .mapper()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsString(schema)
          + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Bounds.Answer ask(FieldScope field) {
    return bounds.ask(field.getDeclaringType().getErasedType(), field.getSchemaPropertyName());
  }

  private static @Nullable CustomDefinition definition(
      Class<?> root, ResolvedType resolved, SchemaGenerationContext context) {
    var type = resolved.getErasedType();
    var node = context.getGeneratorConfig().createObjectNode();
    if (type == root || Collection.class.isAssignableFrom(type) || Map.class == type) {
      return null;
    }
    if (type == PersonKey.class) {
      node.put("type", "string").put("pattern", "(^|/)(in|pub)/[^/?#]+").put("maxLength", 4000);
    } else if (type == PartialDate.class) {
      node.put("type", "string").put("pattern", MONTH);
    } else if (type == Instant.class) {
      node.put("type", "string").put("format", "date-time");
    } else if (type == LocalDate.class) {
      node.put("type", "string").put("format", "date");
    } else if (type == LocalTime.class) {
      node.put("type", "string").put("pattern", CLOCK);
    } else if (type == ZoneId.class) {
      node.put("type", "string").putArray("examples").add("America/Toronto");
    } else if (type == DayOfWeek.class) {
      var days = node.put("type", "string").putArray("enum");
      Arrays.stream(DayOfWeek.values())
          .map(day -> day.name().toLowerCase(Locale.ROOT))
          .forEach(days::add);
    } else if (type.isEnum()) {
      var words = node.put("type", "string").putArray("enum");
      Arrays.stream(type.getEnumConstants()).map(Schemas::word).forEach(words::add);
    } else if (type.isRecord()) {
      node.put("$ref", fileOf(type));
    } else {
      return null;
    }
    return new CustomDefinition(
        node, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.NO);
  }

  private static String word(Object constant) {
    return new String(Codec.TOPIC.write(constant), UTF_8).replace("\"", "");
  }
}
