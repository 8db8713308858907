package dev.tend.scoring.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Which people are connected to a member of whom nothing is told yet. A connection may overtake the
 * member on the way to this partition; when the member arrives, these people are looked at again.
 */
final class Awaited {
  /** Stands in neither a member's id nor a profile path. */
  private static final char SEPARATOR = '|';

  private final KeyValueStore<String, String> store;

  Awaited(KeyValueStore<String, String> store) {
    this.store = store;
  }

  void add(String member, String person) {
    store.put(member + SEPARATOR + person, "");
  }

  /** Nobody waits any more for such a member, and no such person waits. */
  void forget(Predicate<String> members, Predicate<String> people) {
    var keys = new ArrayList<String>();
    try (var waiting = store.all()) {
      waiting.forEachRemaining(
          entry -> {
            int at = entry.key.indexOf(SEPARATOR);
            if (members.test(entry.key.substring(0, at))
                || people.test(entry.key.substring(at + 1))) {
              keys.add(entry.key);
            }
          });
    }
    keys.forEach(store::delete);
  }

  /** The people who wait for this member, who are then no longer awaited. */
  List<String> takeAll(String member) {
    var keys = new ArrayList<String>();
    try (var waiting = store.prefixScan(member + SEPARATOR, new StringSerializer())) {
      waiting.forEachRemaining(entry -> keys.add(entry.key));
    }
    keys.forEach(store::delete);
    return keys.stream().map(key -> key.substring(member.length() + 1)).toList();
  }
}
