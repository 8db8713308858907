package dev.tend.ingest.archive;

import dev.tend.events.Member;
import dev.tend.events.PersonKey;
import dev.tend.events.RefusedException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out the profile address of an archive's owner, which no file states: it is the one that
 * stands at the owner's end of their invitations. For one thread.
 */
final class Owner {
  private final Map<PersonKey, Integer> seen = new HashMap<>();

  /** Looks at a row of the invitations. */
  void look(Row row) {
    var column =
        switch (Direction.of(row)) {
          case INCOMING -> "inviteeProfileUrl";
          case OUTGOING -> "inviterProfileUrl";
          case UNKNOWN -> "";
        };
    if (!row.line(column).isEmpty()) {
      try {
        var _ = seen.merge(row.person(column), 1, Integer::sum);
      } catch (RefusedException another) {
        // the row is judged, and reported, when it is its turn
        return;
      }
    }
  }

  /** The address that stands there most often; empty when the archive holds no address. */
  Optional<PersonKey> profile() {
    return seen.entrySet().stream()
        .max(
            Map.Entry.<PersonKey, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }

  /** The address to go by when nothing states one: it looks like one, and is nobody else's. */
  static PersonKey derived(Member member) {
    return PersonKey.of("in/tend-" + member.id().replaceAll("[^a-z0-9]+", "-"));
  }

  /** Who invited whom. */
  enum Direction {
    INCOMING,
    OUTGOING,
    UNKNOWN;

    static Direction of(Row row) {
      return switch (row.line("Direction")) {
        case "INCOMING" -> INCOMING;
        case "OUTGOING" -> OUTGOING;
        default -> UNKNOWN;
      };
    }
  }
}
