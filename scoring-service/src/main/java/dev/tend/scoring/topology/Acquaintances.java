package dev.tend.scoring.topology;

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
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The connections of the members of one partition, under three keys each, so that who works at a
 * company, and who bears a name, is found by one short range scan however many connections a member
 * has:
 *
 * <pre>
 *   member | person | profile
 *   member | company | key of the employer | since when | profile       those known longest first
 *   member | name | skeleton of the name | profile
 * </pre>
 */
final class Acquaintances {
  /** Stands in no member's id, profile path, key of an employer or skeleton of a name. */
  private static final String SEPARATOR = "|";

  /** Sorts behind every date: who was connected first comes first, and then who at some time. */
  private static final String SOME_TIME = "9999";

  private static final int MOST_NAMED = 3;

  /** More at one company make no invitation likelier, and would make the scan long. */
  private static final int MOST_COUNTED = 100;

  /** More who bear one name tell nothing. */
  private static final int MOST_NAMESAKES = 5;

  private final KeyValueStore<String, Acquaintance> store;

  Acquaintances(KeyValueStore<String, Acquaintance> store) {
    this.store = store;
  }

  /** Takes in what is told of a connection; it decides nothing again. */
  void told(Acquainted news) {
    var connection = news.connection();
    var before = store.get(key(news.member(), "person", news.person().path()));
    var now = connection == null ? null : Acquaintance.of(connection);
    if (Objects.equals(before, now)) {
      return;
    }
    if (before != null) {
      for (var key : keys(news.member(), before)) {
        var _ = store.delete(key);
      }
    }
    if (now != null) {
      for (var key : keys(news.member(), now)) {
        store.put(key, now);
      }
    }
  }

  /** Whom a member knows at the present employers of somebody. */
  List<Circle> circles(String member, Person inviter, Instant receivedAt) {
    var circles = new ArrayList<Circle>();
    for (var company : Circle.companies(inviter, receivedAt)) {
      for (var employer : Employers.keys(company)) {
        var circle = circle(member, inviter.profile(), company, employer);
        if (circle != null) {
          circles.add(circle);
          break;
        }
      }
    }
    return circles;
  }

  private @Nullable Circle circle(
      String member, PersonKey inviter, String company, String employer) {
    int people = 0;
    var names = new ArrayList<String>(MOST_NAMED);
    try (var found =
        store.prefixScan(key(member, "company", employer, ""), new StringSerializer())) {
      while (found.hasNext() && people < MOST_COUNTED) {
        var one = found.next().value;
        if (!one.person().equals(inviter)) {
          people++;
          if (names.size() < MOST_NAMED && !one.name().isEmpty()) {
            names.add(one.name());
          }
        }
      }
    }
    return people == 0 ? null : new Circle(company, people, names);
  }

  /** Whom a member knows by the name of somebody, or one that looks the same. */
  List<Namesake> namesakes(String member, Person inviter) {
    var skeleton = PersonName.skeleton(inviter.name());
    if (skeleton.isEmpty()) {
      return List.of();
    }
    var namesakes = new ArrayList<Namesake>();
    try (var found = store.prefixScan(key(member, "name", skeleton, ""), new StringSerializer())) {
      while (found.hasNext() && namesakes.size() < MOST_NAMESAKES) {
        var one = found.next().value;
        if (!one.person().equals(inviter.profile())) {
          namesakes.add(new Namesake(one.name(), one.person(), one.company()));
        }
      }
    }
    return namesakes;
  }

  private static List<String> keys(String member, Acquaintance one) {
    var profile = one.person().path();
    var since = one.since() == null ? SOME_TIME : one.since().toString();
    var keys = new ArrayList<String>();
    keys.add(key(member, "person", profile));
    for (var employer : Employers.keys(one.company())) {
      keys.add(key(member, "company", employer, since, profile));
    }
    var skeleton = PersonName.skeleton(one.name());
    if (!skeleton.isEmpty()) {
      keys.add(key(member, "name", skeleton, profile));
    }
    return keys;
  }

  private static String key(String... parts) {
    return String.join(SEPARATOR, parts);
  }
}
