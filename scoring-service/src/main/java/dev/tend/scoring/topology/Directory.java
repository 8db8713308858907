package dev.tend.scoring.topology;

import dev.tend.events.PersonKey;
import dev.tend.scoring.name.PersonName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The members of the firm, as every inviter's partition knows them. The store is the truth and
 * survives; the two maps beside it are read from it when a task opens, so that finding a colleague
 * by name costs no decoding.
 */
final class Directory {
  private final KeyValueStore<String, ColleagueCard> store;
  private final Map<String, ColleagueCard> cards = new HashMap<>();
  private final Map<String, Set<String>> bySkeleton = new HashMap<>();
  private final Map<PersonKey, String> byProfile = new HashMap<>();

  Directory(KeyValueStore<String, ColleagueCard> store) {
    this.store = store;
    try (var all = store.all()) {
      all.forEachRemaining(entry -> index(entry.value));
    }
  }

  @Nullable ColleagueCard card(String member) {
    return cards.get(member);
  }

  /** The member whose profile this is; null when it is nobody of us. */
  @Nullable String member(PersonKey profile) {
    return byProfile.get(profile);
  }

  /** Whose name is the same as this one, or is made to look the same; in the order of their ids. */
  List<ColleagueCard> bearing(String name) {
    var members = bySkeleton.get(PersonName.skeleton(name));
    return members == null ? List.of() : members.stream().map(this::known).toList();
  }

  /** Takes in what is told of a member; null means that they left. */
  void told(String member, @Nullable ColleagueCard card) {
    var before = cards.remove(member);
    if (before != null) {
      byProfile.values().remove(member);
      var namesakes = bySkeleton.get(PersonName.skeleton(before.name()));
      if (namesakes != null) {
        namesakes.remove(member);
      }
    }
    if (card == null) {
      var _ = store.delete(member);
    } else {
      store.put(member, card);
      index(card);
    }
  }

  private void index(ColleagueCard card) {
    cards.put(card.id(), card);
    if (card.profile() != null) {
      byProfile.put(card.profile(), card.id());
    }
    var skeleton = PersonName.skeleton(card.name());
    if (!skeleton.isEmpty()) {
      bySkeleton.computeIfAbsent(skeleton, any -> new TreeSet<>()).add(card.id());
    }
  }

  private ColleagueCard known(String member) {
    var card = cards.get(member);
    if (card == null) {
      throw new IllegalStateException("the index of names holds somebody whom the directory lacks");
    }
    return card;
  }
}
