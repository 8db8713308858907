package dev.tend.scoring.topology;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;

/** The invitations of one partition that wait for their member to be known, and since when. */
final class Undecided {
  private final KeyValueStore<String, Long> store;

  Undecided(KeyValueStore<String, Long> store) {
    this.store = store;
  }

  void waits(Held held) {
    store.put(key(held), held.receivedAt().toEpochMilli());
  }

  void waitsNoLonger(Held held) {
    var _ = store.delete(key(held));
  }

  /** Since when the oldest one waits. */
  Optional<Instant> oldest() {
    long oldest = Long.MAX_VALUE;
    try (var all = store.all()) {
      while (all.hasNext()) {
        oldest = Math.min(oldest, all.next().value);
      }
    }
    return oldest == Long.MAX_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(oldest));
  }

  private static String key(Held held) {
    return held.invitation().member() + '|' + held.id();
  }
}
