package dev.tend.ingest.archive;

import dev.tend.events.Member;
import dev.tend.events.PersonKey;
import dev.tend.events.RefusedException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out the profile address of an archive's owner, which no file states: it is the one that
 * stands at the owner's end of their invitations, or else the one that takes part in their messages
 * most often. For one thread.
 */
public final class Owner {
  /** Most people who are counted; the owner is among the first, as every row has them. */
  private static final int MOST = 50_000;

  private final Map<PersonKey, Integer> seen = new HashMap<>();
  private final Map<PersonKey, Integer> wrote = new HashMap<>();

  /** Looks at a row of the invitations. */
  public void look(Row row) {
    try {
      switch (Direction.of(row)) {
        case INCOMING -> count(seen, row.person("Invitee Profile URL"));
        case OUTGOING -> count(seen, row.person("Inviter Profile URL"));
        case UNKNOWN -> {
          // nobody's end
        }
      }
    } catch (RefusedException another) {
      return; // the row is judged, and reported, when it is its turn
    }
  }

  private static void count(Map<PersonKey, Integer> counted, PersonKey person) {
    if (counted.size() < MOST || counted.containsKey(person)) {
      var _ = counted.merge(person, 1, Integer::sum);
    }
  }

  /** Looks at a row of the messages. */
  void lookAtMessage(Row row) {
    var people = new HashSet<>(Correspondents.recipients(row));
    try {
      people.add(row.person("Sender Profile URL"));
      people.forEach(person -> count(wrote, person));
    } catch (RefusedException nobody) {
      return; // the row is judged, and reported, when it is its turn
    }
  }

  /** The address that stands there most often; empty when no address does. */
  public Optional<PersonKey> profile() {
    return most(seen, false).or(() -> most(wrote, true));
  }

  /**
   * The most frequent one.
   *
   * @param alone whether to find nobody when two are as frequent as each other
   */
  private static Optional<PersonKey> most(Map<PersonKey, Integer> counted, boolean alone) {
    return counted.entrySet().stream()
        .max(
            Map.Entry.<PersonKey, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()))
        .filter(
            first ->
                !alone
                    || counted.entrySet().stream()
                        .noneMatch(
                            other ->
                                other.getValue().equals(first.getValue())
                                    && !other.getKey().equals(first.getKey())))
        .map(Map.Entry::getKey);
  }

  /** The address to go by when nothing states one: it looks like one, and is nobody else's. */
  public static PersonKey derived(Member member) {
    return PersonKey.of("in/tend-" + member.id().replaceAll("[^a-z0-9]+", "-"));
  }

  /** Who invited whom. */
  enum Direction {
    INCOMING,
    OUTGOING,
    UNKNOWN;

    static Direction of(Row row) {
      return switch (row.line("Direction").toUpperCase(Locale.ROOT)) {
        case "INCOMING", "RECEIVED" -> INCOMING;
        case "OUTGOING", "SENT" -> OUTGOING;
        default -> UNKNOWN;
      };
    }
  }
}
