package dev.tend.scoring.topology;

import dev.tend.events.Correspondence;
import dev.tend.events.Person;
import dev.tend.events.PersonKey;
import dev.tend.scoring.name.Employers;
import dev.tend.scoring.name.PersonName;
import dev.tend.scoring.signal.Circle;
import dev.tend.scoring.signal.Namesake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The connections of the members of one partition. Each lies under its own key and, once more,
 * under the employer and the name, so that who works somewhere and who bears a name is found by one
 * short range scan, however many connections a member has:
 *
 * <pre>
 *   member | person  | profile
 *   member | company | key of the employer | since when | profile       those known longest first
 *   member | name    | skeleton of the name | since when | profile
 * </pre>
 *
 * <p>A scan costs as much as a verdict, and mostly finds nobody. So the number of entries that
 * begin alike is kept beside them, and asked first.
 */
final class Acquaintances {
  /** Stands in no member's id, profile path, key of an employer or skeleton of a name. */
  private static final String SEPARATOR = "|";

  private static final String PERSON = "person";

  /** Sorts behind every date: those of whom it is not known since when come last. */
  private static final String SOME_TIME = "9999";

  private static final int MOST_NAMED = 3;

  /** Another hundred at one company make no invitation likelier, and would make the scan long. */
  private static final int MOST_COUNTED = 100;

  /** More who bear one name tell nothing. */
  private static final int MOST_NAMESAKES = 5;

  private final KeyValueStore<String, Acquaintance> store;
  private final KeyValueStore<String, Long> counts;

  Acquaintances(KeyValueStore<String, Acquaintance> store, KeyValueStore<String, Long> counts) {
    this.store = store;
    this.counts = counts;
  }

  /**
   * Takes in what is told of a connection, which decides nothing again, and of a correspondence.
   *
   * @return whether something else is known now of what both wrote to each other
   */
  boolean told(Acquainted news) {
    var connection = news.connection();
    var own = key(news.member(), PERSON, news.person().path());
    var before = store.get(own);
    var now = connection == null ? null : Acquaintance.of(connection, before);
    if (Objects.equals(before, now)) {
      return false;
    }
    if (before != null) {
      var _ = store.delete(own);
      for (var range : ranges(news.member(), before)) {
        var _ = store.delete(range + entry(before));
        count(range, -1);
      }
    }
    if (now != null) {
      store.put(own, now);
      for (var range : ranges(news.member(), now)) {
        store.put(range + entry(now), now);
        count(range, 1);
      }
    }
    return !Objects.equals(correspondence(before), correspondence(now));
  }

  /** What is known of the messages of a member and a person; null when nothing is. */
  @Nullable Correspondence correspondence(String member, PersonKey person) {
    return correspondence(store.get(key(member, "person", person.path())));
  }

  private static @Nullable Correspondence correspondence(@Nullable Acquaintance one) {
    return one == null ? null : one.correspondence();
  }

  /** Shows all members of this partition, each with everybody whom they are connected to. */
  void each(BiConsumer<String, PersonKey> shown) {
    try (var all = store.all()) {
      while (all.hasNext()) {
        var entry = all.next();
        int member = entry.key.indexOf(SEPARATOR);
        if (entry.key.startsWith(PERSON + SEPARATOR, member + 1)) {
          shown.accept(entry.key.substring(0, member), entry.value.person());
        }
      }
    }
  }

  /** Whom a member knows at the present employers of somebody. */
  List<Circle> circles(String member, Person inviter, Instant receivedAt) {
    var circles = new ArrayList<Circle>();
    for (var company : Circle.companies(inviter, receivedAt)) {
      for (var employer : Employers.keys(company)) {
        var known = others(company(member, employer), inviter.profile(), MOST_COUNTED);
        if (!known.isEmpty()) {
          circles.add(new Circle(company, known.size(), names(known)));
          break;
        }
      }
    }
    return circles;
  }

  /** Whom a member knows by the name of somebody, or one that looks the same. */
  List<Namesake> namesakes(String member, Person inviter) {
    var skeleton = PersonName.skeleton(inviter.name());
    if (skeleton.isEmpty()) {
      return List.of();
    }
    return others(name(member, skeleton), inviter.profile(), MOST_NAMESAKES).stream()
        .map(one -> new Namesake(one.name(), one.person(), one.company()))
        .toList();
  }

  private static List<String> names(List<Acquaintance> known) {
    return known.stream()
        .map(Acquaintance::name)
        .filter(name -> !name.isEmpty())
        .limit(MOST_NAMED)
        .toList();
  }

  /** The first entries of a range but the inviter's own. */
  private List<Acquaintance> others(String range, PersonKey inviter, int most) {
    if (counts.get(range) == null) {
      return List.of();
    }
    var others = new ArrayList<Acquaintance>();
    try (var found = store.prefixScan(range, new StringSerializer())) {
      while (found.hasNext() && others.size() < most) {
        var one = found.next().value;
        if (!one.person().equals(inviter)) {
          others.add(one);
        }
      }
    }
    return others;
  }

  private void count(String range, int more) {
    var before = counts.get(range);
    long now = (before == null ? 0 : before) + more;
    counts.put(range, now == 0 ? null : now);
  }

  /** Where somebody lies beside their own key. */
  private static List<String> ranges(String member, Acquaintance one) {
    var ranges = new ArrayList<String>();
    if (one.onlyWrote()) {
      return ranges;
    }
    for (var employer : Employers.keys(one.company())) {
      ranges.add(company(member, employer));
    }
    var skeleton = PersonName.skeleton(one.name());
    if (!skeleton.isEmpty()) {
      ranges.add(name(member, skeleton));
    }
    return ranges;
  }

  private static String company(String member, String employer) {
    return key(member, "company", employer, "");
  }

  private static String name(String member, String skeleton) {
    return key(member, "name", skeleton, "");
  }

  private static String entry(Acquaintance one) {
    return key(one.since() == null ? SOME_TIME : one.since().toString(), one.person().path());
  }

  private static String key(String... parts) {
    return String.join(SEPARATOR, parts);
  }
}
