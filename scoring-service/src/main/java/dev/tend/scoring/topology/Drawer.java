package dev.tend.scoring.topology;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A store of packed values, each behind eight bytes that say when time will have something to do
 * with it. So a sweep over a million values reads a million numbers, and decodes only what is due.
 * Not thread-safe, as nothing inside a task is.
 */
final class Drawer<T> {
  /** For a value that time does not change. */
  static final Instant NEVER = Instant.ofEpochMilli(Long.MAX_VALUE);

  private final KeyValueStore<String, byte[]> store;
  private final Packing<T> packing;
  private @Nullable String swept;

  Drawer(KeyValueStore<String, byte[]> store, Packing<T> packing) {
    this.store = store;
    this.packing = packing;
  }

  /** A value and where it lies. */
  record Entry<T>(String key, T value) {}

  @Nullable T get(String key) {
    var bytes = store.get(key);
    return bytes == null ? null : value(bytes);
  }

  void put(String key, T value, Instant due) {
    var bytes = packing.pack(value, Long.BYTES);
    var _ = ByteBuffer.wrap(bytes).putLong(due.toEpochMilli());
    store.put(key, bytes);
  }

  /** Puts a value in the place of another one, of which time will have as much to do. */
  void replace(String key, T value) {
    var due = ByteBuffer.wrap(Objects.requireNonNull(store.get(key))).getLong();
    put(key, value, Instant.ofEpochMilli(due));
  }

  void remove(String key) {
    var _ = store.delete(key);
  }

  /** All values whose keys begin so. */
  List<Entry<T>> beginningWith(String prefix) {
    var found = new ArrayList<Entry<T>>();
    try (var entries = store.prefixScan(prefix, new StringSerializer())) {
      while (entries.hasNext()) {
        var entry = entries.next();
        found.add(new Entry<>(entry.key, value(entry.value)));
      }
    }
    return found;
  }

  /** All keys that are meant, without a look at the values. */
  List<String> keys(Predicate<String> meant) {
    var found = new ArrayList<String>();
    try (var entries = store.all()) {
      while (entries.hasNext()) {
        var key = entries.next().key;
        if (meant.test(key)) {
          found.add(key);
        }
      }
    }
    return found;
  }

  /** Shows every value; what is shown may be put anew or removed. */
  void each(BiConsumer<String, T> shown) {
    try (var entries = store.all()) {
      while (entries.hasNext()) {
        var entry = entries.next();
        shown.accept(entry.key, value(entry.value));
      }
    }
  }

  /**
   * The next values of a sweep that are due. Each call goes on where the last one stopped, and
   * begins anew behind the last value.
   *
   * @param steps at how many values to look
   */
  List<Entry<T>> due(Instant now, int steps) {
    var due = new ArrayList<Entry<T>>();
    try (var entries = swept == null ? store.all() : store.range(swept, null)) {
      swept = sweep(entries, now.toEpochMilli(), steps, due);
    }
    return due;
  }

  private @Nullable String sweep(
      KeyValueIterator<String, byte[]> entries, long now, int steps, List<Entry<T>> due) {
    for (int i = 0; i < steps && entries.hasNext(); i++) {
      var entry = entries.next();
      if (ByteBuffer.wrap(entry.value).getLong() <= now) {
        due.add(new Entry<>(entry.key, value(entry.value)));
      }
    }
    return entries.hasNext() ? entries.peekNextKey() : null;
  }

  private T value(byte[] bytes) {
    return value(bytes, packing);
  }

  /** What a value of a drawer holds, wherever it was read from. */
  static <T> T value(byte[] bytes, Packing<T> packing) {
    return packing.unpack(bytes, Long.BYTES);
  }
}
