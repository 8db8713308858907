package dev.tend.scoring.topology;

import dev.tend.scoring.learning.FirmTastes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** What the firm prefers: where it is asked, and as every partition was told of it last. */
final class FirmPage {
  /** There is one firm. */
  static final String KEY = "firm";

  private final KeyValueStore<String, FirmTastes> store;

  FirmPage(KeyValueStore<String, FirmTastes> store) {
    this.store = store;
  }

  /** Whether nothing was ever written on it. */
  boolean isBlank() {
    return store.get(KEY) == null;
  }

  /** What stands on it: {@link FirmTastes#NONE} when it is blank. */
  FirmTastes read() {
    return read(store);
  }

  static FirmTastes read(ReadOnlyKeyValueStore<String, FirmTastes> from) {
    var known = from.get(KEY);
    return known == null ? FirmTastes.NONE : known;
  }

  void write(FirmTastes now) {
    store.put(KEY, now);
  }
}
