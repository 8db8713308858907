package dev.tend.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Finds out what the constructors allow, by asking them: takes an example with every field, leaves
 * one out or changes it, and listens to the refusal.
 */
final class Bounds {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Which form is meant by a refusal of a text that has none. */
  private static final Map<String, Map.Entry<String, String>> FORMS =
      Map.of(
          "must be an e-mail address", Map.entry("pattern", "^[^@\\s]{1,64}@[^@\\s]{1,190}$"),
          "must be a two-letter country code", Map.entry("pattern", "^[A-Za-z]{2}$"),
          "must be a language tag", Map.entry("pattern", "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"),
          "must be 1 to 64 lower-case", Map.entry("pattern", "^[a-z0-9][a-z0-9._-]{0,63}$"),
          "must be 1 to 128 letters", Map.entry("pattern", "^[A-Za-z0-9][A-Za-z0-9._:~-]{0,127}$"),
          "must be the id of a decision", Map.entry("pattern", "/[1-9][0-9]{0,5}$"),
          "must be Base64", Map.entry("contentEncoding", "base64"));

  private final Map<Class<?>, ObjectNode> examples = new LinkedHashMap<>();

  private Bounds() {}

  /** What a constructor said about one of its fields, as keywords of JSON Schema. */
  record Answer(boolean required, ObjectNode keywords, ObjectNode itemKeywords) {}

  static Bounds ofTheFullSamples() {
    var bounds = new Bounds();
    for (var topic : Topic.values()) {
      var json = SampleFile.full(topic).json();
      if (!(Codec.TOPIC.tree(json) instanceof Decoded.Value<JsonNode>(var tree))) {
        throw new IllegalStateException("no JSON: " + topic);
      }
      bounds.collect(topic.carries(), tree);
    }
    return bounds;
  }

  /** Every record that travels, or lies inside one that does. */
  Collection<Class<?>> types() {
    return examples.keySet();
  }

  Answer ask(Class<?> record, String field) {
    var example = example(record);
    if (!example.has(field)) {
      throw new IllegalStateException(
          "no full sample shows " + record.getSimpleName() + "." + field);
    }
    var without = example.deepCopy();
    without.remove(field);
    boolean required = refusal(record, without, field).isPresent();
    var keywords = JSON.objectNode();
    var itemKeywords = JSON.objectNode();
    var value = example.get(field);
    if (value.isTextual()) {
      keywords.setAll(text(changed -> refusal(record, example, field, changed)));
    } else if (value.isInt()) {
      keywords.setAll(
          number(
              value.intValue(),
              n -> refusal(record, example, field, IntNode.valueOf(n)).isEmpty()));
    } else if (value.isArray()) {
      var many = JSON.arrayNode();
      for (int i = 0; i <= Checked.ITEMS; i++) {
        many.add(value.get(0));
      }
      if (says(refusal(record, example, field, many), "has more than")) {
        keywords.put("maxItems", Checked.ITEMS);
      }
      if (value.get(0).isTextual()) {
        itemKeywords.setAll(
            text(item -> refusal(record, example, field, JSON.arrayNode().add(item))));
      }
    }
    if (!required) {
      var written = written(record, without).get(field);
      if (written != null && written.isValueNode() && !written.asText().isEmpty()) {
        keywords.set("default", written);
      }
    }
    return new Answer(required, keywords, itemKeywords);
  }

  private interface Question {
    Optional<String> refusal(JsonNode value);
  }

  private static ObjectNode text(Question question) {
    var keywords = JSON.objectNode();
    if (says(question.refusal(TextNode.valueOf("")), "must not be blank")) {
      keywords.put("minLength", 1);
    }
    for (int longest : List.of(Checked.LINE, Checked.PROSE)) {
      if (says(
          question.refusal(TextNode.valueOf("x".repeat(longest + 1))),
          "is longer than " + longest)) {
        keywords.put("maxLength", longest);
        break;
      }
    }
    var formless = question.refusal(TextNode.valueOf("?!"));
    FORMS.forEach(
        (reason, form) -> {
          if (says(formless, reason)) {
            keywords.put(form.getKey(), form.getValue());
          }
        });
    return keywords;
  }

  private static ObjectNode number(int good, IntPredicate accepted) {
    var keywords = JSON.objectNode();
    if (!accepted.test(Integer.MIN_VALUE)) {
      keywords.put("minimum", furthest(good, Integer.MIN_VALUE, accepted));
    }
    if (!accepted.test(Integer.MAX_VALUE)) {
      keywords.put("maximum", furthest(good, Integer.MAX_VALUE, accepted));
    }
    return keywords;
  }

  /** The last accepted number between a good and a bad one. */
  private static long furthest(long good, long bad, IntPredicate accepted) {
    while (Math.abs(good - bad) > 1) {
      long middle = (good + bad) / 2;
      if (accepted.test((int) middle)) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return good;
  }

  private static boolean says(Optional<String> refusal, String reason) {
    return refusal.filter(words -> words.startsWith(reason)).isPresent();
  }

  private static Optional<String> refusal(
      Class<?> record, ObjectNode example, String field, JsonNode value) {
    var changed = example.deepCopy();
    changed.set(field, value);
    return refusal(record, changed, field);
  }

  /** What is said of this field; what another field says about it does not count. */
  private static Optional<String> refusal(Class<?> record, JsonNode json, String field) {
    return switch (Codec.TOPIC.read(json, record)) {
      case Decoded.Refused<?>(_, var refusal) when refusal.field().startsWith(field) ->
          Optional.of(refusal.reason());
      case Decoded<?> _ -> Optional.empty();
    };
  }

  private static JsonNode written(Class<?> record, JsonNode json) {
    return switch (Codec.TOPIC.read(json, record)) {
      case Decoded.Value<?>(var value) -> Codec.TOPIC.mapper().valueToTree(value);
      case Decoded.Refused<?>(_, var refusal) ->
          throw new IllegalStateException(refusal.sentence());
    };
  }

  private ObjectNode example(Class<?> record) {
    var example = examples.get(record);
    if (example == null) {
      throw new IllegalStateException("no full sample shows a " + record.getSimpleName());
    }
    return example;
  }

  /** The example with the most fields wins. */
  private void collect(Type type, JsonNode node) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      node.forEach(element -> collect(list.getActualTypeArguments()[0], element));
    } else if (type instanceof Class<?> record
        && record.isRecord()
        && node instanceof ObjectNode object) {
      examples.merge(record, object, (one, other) -> other.size() > one.size() ? other : one);
      Arrays.stream(record.getRecordComponents())
          .filter(component -> object.has(nameOf(component)))
          .forEach(component -> collect(component.getGenericType(), object.get(nameOf(component))));
    }
  }

  private static String nameOf(RecordComponent component) {
    var named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null ? component.getName() : named.value();
  }
}
