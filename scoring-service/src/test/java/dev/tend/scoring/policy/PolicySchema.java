package dev.tend.scoring.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.tend.events.Policy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema of a policy file, made from the table that its reader is made from. Draft 7,
 * which is what editors know.
 */
final class PolicySchema {
  private static final String MEMBER = "[a-z0-9][a-z0-9._-]{0,63}";
  private static final String REFERENCES = "#/definitions/";

  private PolicySchema() {}

  static String generated() {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put("title", "A policy of Tend");
    schema.put("description", "docs/policy-file.md explains it.");
    schema.putAll(
        keys(
            inOrder(
                SheetReader.FIRM,
                layer(
                    "What holds for everybody.",
                    SheetReader.FIXED,
                    told(
                        list(oneOf(SheetReader.FIXABLE)),
                        "Keys about which only the firm decides.")),
                SheetReader.TEAMS,
                named(
                    "What holds for the members of a team, by its name. Nobody is in two.",
                    SheetReader.TEAM.pattern(),
                    layer(
                        "What holds for a team.",
                        SheetReader.MEMBERS,
                        told(
                            list(inOrder("type", "string", "pattern", whole(MEMBER))),
                            "Who is in it, by id."))),
                SheetReader.MEMBERS,
                named("What the firm says about a member, by id.", MEMBER, keys(references())))));
    var definitions = new LinkedHashMap<String, Object>();
    Entry.LAYER.entries().forEach((key, entry) -> definitions.put(key, schema(entry)));
    schema.put("definitions", definitions);
    try {
      return new ObjectMapper()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsString(schema)
          + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Map<String, Object> schema(Entry entry) {
    return switch (entry) {
      case Entry.Value(var setting) -> value(setting);
      case Entry.Texts(var wish) ->
          told(list(inOrder("type", "string"), "maxItems", Policy.MOST), wish.about());
      case Entry.Promises() -> told(list(promise()), "What is promised whatever the points say.");
      case Entry.Group group -> group(group);
    };
  }

  private static <T> Map<String, Object> value(Setting<T> setting) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("description", setting.about());
    switch (setting.kind()) {
      case Kind.Whole(int least, int most) -> {
        schema.put("type", "integer");
        schema.put("minimum", least);
        schema.put("maximum", most);
        schema.put("default", setting.byDefault());
      }
      case Kind.OneOf<?> kind -> {
        schema.put("enum", written(kind));
        schema.put("default", setting.kind().written(setting.byDefault()));
      }
      case Kind.Time _ -> {
        schema.put("type", "string");
        schema.put("pattern", whole(Kind.Time.FORM.pattern()));
        schema.put("default", setting.kind().written(setting.byDefault()));
      }
    }
    return schema;
  }

  private static <E extends Enum<E>> List<String> written(Kind.OneOf<E> kind) {
    return Arrays.stream(kind.type().getEnumConstants()).map(kind::written).toList();
  }

  /** A number alone means what the key is worth in itself. */
  private static Map<String, Object> group(Entry.Group group) {
    var below = new LinkedHashMap<String, Object>();
    group.entries().forEach((key, entry) -> below.put(key, schema(entry)));
    var keys = keys(below);
    if (group.base().isEmpty()) {
      return keys;
    }
    return inOrder("anyOf", List.of(schema(group.base().get()), keys));
  }

  private static Map<String, Object> promise() {
    var signals = oneOrMore(oneOf(SheetReader.SIGNALS.keySet()));
    var schema =
        keys(
            inOrder(
                Promise.WHEN,
                told(signals, "The reasons that must all be there."),
                Promise.UNLESS,
                told(signals, "The reasons of which none may be there."),
                Promise.NEVER,
                told(
                    oneOrMore(oneOf(SheetReader.VERDICTS.keySet())),
                    "The verdicts that are not given then.")));
    schema.put("type", "object");
    schema.put("required", List.of(Promise.WHEN, Promise.NEVER));
    return schema;
  }

  private static Map<String, Object> layer(String about, String also, Object schema) {
    var keys = references();
    keys.put(also, schema);
    return told(keys(keys), about);
  }

  private static Map<String, Object> references() {
    var keys = new LinkedHashMap<String, Object>();
    Entry.LAYER.entries().keySet().forEach(key -> keys.put(key, inOrder("$ref", REFERENCES + key)));
    return keys;
  }

  private static Map<String, Object> named(String about, String name, Object schema) {
    return told(
        inOrder(
            "type",
            List.of("object", "null"),
            "propertyNames",
            inOrder("pattern", whole(name)),
            "additionalProperties",
            schema),
        about);
  }

  /** A key with nothing behind it is as good as none. */
  private static Map<String, Object> keys(Map<String, Object> keys) {
    return inOrder(
        "type", List.of("object", "null"), "properties", keys, "additionalProperties", false);
  }

  private static Map<String, Object> list(Object items, Object... more) {
    var schema = inOrder("type", List.of("array", "null"), "items", items);
    schema.putAll(inOrder(more));
    return schema;
  }

  private static Map<String, Object> oneOrMore(Object item) {
    return inOrder("anyOf", List.of(item, inOrder("type", "array", "items", item)));
  }

  private static Map<String, Object> oneOf(Collection<String> words) {
    return inOrder("enum", new ArrayList<>(words));
  }

  private static Map<String, Object> told(Map<String, Object> schema, String about) {
    var told = inOrder("description", about);
    told.putAll(schema);
    return told;
  }

  private static String whole(String pattern) {
    return "^" + pattern + "$";
  }

  private static Map<String, Object> inOrder(Object... pairs) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
