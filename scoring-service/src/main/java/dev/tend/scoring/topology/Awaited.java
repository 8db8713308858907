package dev.tend.scoring.topology;

import java.util.ArrayList;
import java.util.List;
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
