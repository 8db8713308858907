package dev.tend.scoring.name;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers what a pure function said of the texts that it met lately. The same few thousand names
 * of employers, schools and titles come again and again, and cutting one into words costs a hundred
 * times as much as finding it here.
 *
 * <p>Two generations: when the young one is full it becomes the old one, and what the old one held
 * is forgotten, unless it was asked for in the meantime. So at most twice {@code size} texts are
 * held, with no lock and no list of ages. Thread-safe.
 */
final class Remembered<V> {
  private final int size;
  private final Function<String, V> function;
  private volatile Map<String, V> young = new ConcurrentHashMap<>();
  private volatile Map<String, V> old = Map.of();

  Remembered(int size, Function<String, V> function) {
    this.size = size;
    this.function = function;
  }

  V of(String text) {
    var known = young.get(text);
    if (known != null) {
      return known;
    }
    var kept = old.get(text);
    var value = kept == null ? function.apply(text) : kept;
    var filling = young;
    filling.put(text, value);
    if (filling.size() > size) {
      // two threads that do this at once forget a little more; no answer changes
      old = filling;
      young = new ConcurrentHashMap<>();
    }
    return value;
  }
}
