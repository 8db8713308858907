package dev.tend.scoring.policy;

import dev.tend.scoring.signal.Part;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What may stand under a key of a layer. The keys follow from {@link Setting} and {@link Wish}, so
 * that the reader and the JSON Schema of the file know the same ones.
 */
sealed interface Entry {
  /** All that a layer may say. */
  Group LAYER = layer();

  /** One value. */
  record Value(Setting<?> setting) implements Entry {}

  /** A list of texts. */
  record Texts(Wish wish) implements Entry {}

  /** A list of {@link Promise}. */
  record Promises() implements Entry {}

  /** Further keys, in the order in which they are told. */
  record Group(Map<String, Entry> entries) implements Entry {
    public Group {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** What a lone number in its place means, as in {@code client: 40}. */
    Optional<Value> base() {
      return Optional.ofNullable(entries.get(Part.BASE)).map(Value.class::cast);
    }
  }

  private static Group layer() {
    var values = new LinkedHashMap<String, Setting<?>>();
    Setting.all().forEach(setting -> values.put(setting.path(), setting));
    var keys = new LinkedHashMap<>(group(values).entries());
    Arrays.stream(Wish.values()).forEach(wish -> keys.put(wish.key(), new Texts(wish)));
    keys.put(Layer.PROMISES, new Promises());
    return new Group(keys);
  }

  private static Group group(Map<String, Setting<?>> values) {
    var entries = new LinkedHashMap<String, Entry>();
    values.forEach(
        (path, setting) -> {
          int dot = path.indexOf('.');
          if (dot < 0) {
            entries.put(path, new Value(setting));
          } else {
            var key = path.substring(0, dot);
            entries.computeIfAbsent(key, _ -> group(below(key + ".", values)));
          }
        });
    return new Group(entries);
  }

  private static Map<String, Setting<?>> below(String prefix, Map<String, Setting<?>> values) {
    var below = new LinkedHashMap<String, Setting<?>>();
    values.forEach(
        (path, setting) -> {
          if (path.startsWith(prefix)) {
            below.put(path.substring(prefix.length()), setting);
          }
        });
    return below;
  }
}
