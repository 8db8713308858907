package dev.tend.scoring.topology;

import static java.util.Comparator.comparing;

import dev.tend.scoring.signal.Echo;
import dev.tend.scoring.signal.HistoryFingerprint;
import dev.tend.scoring.signal.NoteFingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The invitations of the last weeks by what they can be recognised by. The store is the truth and
 * survives; what lies beside it is read from it when a task opens, so that looking for what is
 * alike asks no disk. Bounded in time, in number, and in how many share a band: of a campaign of
 * thousands the latest are enough to know it by.
 */
final class Sightings {
  /** What is further apart belongs to no campaign. */
  static final Duration WINDOW = Duration.ofDays(30);

  /** What a firm of a thousand receives in the window, at some two kilobytes of memory each. */
  static final int MOST = 20_000;

  /** Three others are a campaign, and what more of them there are changes nothing. */
  static final int MOST_IN_BAND = 16;

  private static final long[] NO_BANDS = {};
  private static final Deque<Known> NOBODY = new ArrayDeque<>(0);

  private final KeyValueStore<String, Sighting> store;
  private final LinkedHashMap<String, Known> oldestFirst = new LinkedHashMap<>();
  private final Map<Long, Deque<Known>> bands = new HashMap<>();

  Sightings(KeyValueStore<String, Sighting> store) {
    this.store = store;
    var kept = new ArrayList<Sighting>();
    try (var all = store.all()) {
      all.forEachRemaining(entry -> kept.add(entry.value));
    }
    kept.sort(comparing(Sighting::at));
    kept.forEach(this::index);
  }

  @Nullable Sighting get(String invitation) {
    var known = oldestFirst.get(invitation);
    return known == null ? null : known.sighting;
  }

  /** Takes one in, or what has changed of one. */
  void put(Sighting sighting) {
    store.put(sighting.id(), sighting);
    var known = oldestFirst.get(sighting.id());
    if (known != null && known.sighting.seen().equals(sighting.seen())) {
      known.sighting = sighting;
      return;
    }
    if (known != null) {
      forget(known);
    }
    index(sighting);
    forgetBefore(sighting.at().minus(WINDOW));
  }

  /** Forgets those that are meant. */
  void forget(Predicate<Seen> meant) {
    var gone =
        oldestFirst.values().stream().filter(known -> meant.test(known.sighting.seen())).toList();
    for (var known : gone) {
      forget(known);
      var _ = store.delete(known.sighting.id());
    }
  }

  /** Those of other inviters in which something is nearly the same, by what it is. */
  Map<Echo.Kind, List<Sighting>> like(Sighting one) {
    var alike = new EnumMap<Echo.Kind, List<Sighting>>(Echo.Kind.class);
    var known = oldestFirst.get(one.id());
    if (known == null) {
      return alike;
    }
    for (var what : Echo.Kind.values()) {
      for (var other : met(known, what)) {
        if (known.isLike(other, what)) {
          alike.computeIfAbsent(what, any -> new ArrayList<>()).add(other.sighting);
        }
      }
    }
    return alike;
  }

  /** Those of whom one shares a band, each once; mostly nobody. */
  private Set<Known> met(Known known, Echo.Kind what) {
    Set<Known> met = Set.of();
    for (long band : known.bands(what)) {
      for (var other : bands.getOrDefault(band, NOBODY)) {
        if (other != known) {
          met = met.isEmpty() ? new LinkedHashSet<>() : met;
          met.add(other);
        }
      }
    }
    return met;
  }

  private void index(Sighting sighting) {
    var known = new Known(sighting);
    oldestFirst.put(sighting.id(), known);
    for (var what : Echo.Kind.values()) {
      for (long band : known.bands(what)) {
        var latest = bands.computeIfAbsent(band, any -> new ArrayDeque<>(1));
        latest.addLast(known);
        if (latest.size() > MOST_IN_BAND) {
          latest.removeFirst();
        }
      }
    }
  }

  private void forget(Known known) {
    oldestFirst.remove(known.sighting.id());
    for (var what : Echo.Kind.values()) {
      for (long band : known.bands(what)) {
        bands.computeIfPresent(
            band, (same, latest) -> latest.remove(known) && latest.isEmpty() ? null : latest);
      }
    }
  }

  private void forgetBefore(Instant oldest) {
    while (!oldestFirst.isEmpty()) {
      var first = oldestFirst.firstEntry().getValue();
      if (oldestFirst.size() <= MOST && !first.sighting.at().isBefore(oldest)) {
        return;
      }
      forget(first);
      var _ = store.delete(first.sighting.id());
    }
  }

  /** A sighting unfolded, since each is compared with many. */
  private static final class Known {
    private Sighting sighting;
    private final int[] note;
    private final int[] about;
    private final HistoryFingerprint history;
    private final Map<Echo.Kind, long[]> bands = new EnumMap<>(Echo.Kind.class);

    Known(Sighting sighting) {
      var prints = sighting.seen().prints();
      this.sighting = sighting;
      note = prints.note().hashes();
      about = prints.about().hashes();
      history = prints.history();
      for (var what : Echo.Kind.values()) {
        bands.put(what, prints.bands(what).toArray());
      }
    }

    long[] bands(Echo.Kind what) {
      return bands.getOrDefault(what, NO_BANDS);
    }

    boolean isLike(Known other, Echo.Kind what) {
      boolean alike =
          switch (what) {
            case NOTE -> NoteFingerprint.copies(note, other.note);
            case ABOUT -> NoteFingerprint.copies(about, other.about);
            case HISTORY -> history.copies(other.history);
          };
      return alike && !sighting.seen().inviter().equals(other.sighting.seen().inviter());
    }
  }
}
