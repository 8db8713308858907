package dev.tend.scoring.topology;

import dev.tend.events.Member;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The members of one partition. The latest used are kept decoded beside the store, since each
 * invitation asks for its member and a profile takes longer to decode than to judge.
 */
final class Members {
  private static final int KEPT_DECODED = 500;

  private final KeyValueStore<String, Member> store;
  private final Map<String, Member> decoded =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Member> eldest) {
          return size() > KEPT_DECODED;
        }
      };

  Members(KeyValueStore<String, Member> store) {
    this.store = store;
  }

  @Nullable Member get(String id) {
    var known = decoded.get(id);
    if (known == null) {
      known = store.get(id);
      if (known != null) {
        decoded.put(id, known);
      }
    }
    return known;
  }

  void put(Member member) {
    store.put(member.id(), member);
    decoded.put(member.id(), member);
  }

  void remove(String id) {
    var _ = store.delete(id);
    decoded.remove(id);
  }
}
