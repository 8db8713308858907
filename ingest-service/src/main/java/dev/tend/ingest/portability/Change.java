package dev.tend.ingest.portability;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One element of the changelog.
 *
 * @param id unique within the changelog
 * @param processedAt in milliseconds since 1970; by it the changelog is read
 */
record Change(long id, long processedAt, Meaning meaning) {

  /** LinkedIn's own take some thirty characters. */
  private static final int LONGEST_URN = 100;

  /**
   * Reads an element; empty when it lacks what every element has. Whatever else it holds that Tend
   * does not know is passed over.
   */
  static Optional<Change> of(JsonNode element) {
    var id = element.path("id");
    var processedAt = element.path("processedAt");
    if (!id.canConvertToLong() || !processedAt.canConvertToLong()) {
      return Optional.empty();
    }
    return Optional.of(new Change(id.asLong(), processedAt.asLong(), meaning(element)));
  }

  private static Meaning meaning(JsonNode element) {
    if (element.path("activityStatus").asText().equals("FAILURE")) {
      return new Meaning.NoConcern();
    }
    return switch (element.path("resourceName").asText().toLowerCase(Locale.ROOT)) {
      case "invitations" -> invitation(element);
      case "connections", "memberconnections" -> new Meaning.ConnectionsChanged();
      default -> new Meaning.NoConcern();
    };
  }

  private static Meaning invitation(JsonNode element) {
    var activity = element.path("activity");
    var inviter = activity.path("inviter").asText();
    var urn = Optional.of(activity.path("id").asText()).filter(id -> !id.isEmpty());
    var id = urn.orElse(element.path("resourceId").asText());
    if (inviter.isEmpty()
        || id.isEmpty()
        || id.length() > LONGEST_URN
        || inviter.length() > LONGEST_URN) {
      return new Meaning.Unclear();
    }
    if (inviter.equals(element.path("owner").asText())) {
      // the member invites somebody; accepted, it is a connection
      return isAccepted(activity) ? new Meaning.ConnectionsChanged() : new Meaning.NoConcern();
    }
    if (element.path("method").asText().equals("DELETE") || activity.hasNonNull("deleted")) {
      return new Meaning.Closed(id, inviter, false);
    }
    return switch (activity.path("state").asText().toUpperCase(Locale.ROOT)) {
      case "ACCEPTED" -> new Meaning.Closed(id, inviter, true);
      case "IGNORED", "DECLINED", "REJECTED", "WITHDRAWN", "EXPIRED", "CANCELLED", "CANCELED" ->
          new Meaning.Closed(id, inviter, false);
      default ->
          sentAt(element, activity)
              .<Meaning>map(at -> new Meaning.Invited(id, inviter, at))
              .orElseGet(Meaning.Unclear::new);
    };
  }

  private static boolean isAccepted(JsonNode activity) {
    return activity.path("state").asText().equalsIgnoreCase("ACCEPTED");
  }

  /** When it was sent, else when it came into being, else when LinkedIn heard of it. */
  private static Optional<Instant> sentAt(JsonNode element, JsonNode activity) {
    for (var time :
        new JsonNode[] {
          activity.path("sentAt"), time(activity.path("created")), element.path("capturedAt")
        }) {
      if (time.canConvertToLong() && time.asLong() > 0) {
        return Optional.of(Instant.ofEpochMilli(time.asLong()));
      }
    }
    return Optional.empty();
  }

  /** {@code created} is a time, or an audit stamp that holds one. */
  private static JsonNode time(JsonNode created) {
    return created.isObject() ? created.path("time") : created;
  }

  @Override
  public String toString() {
    return "Change[" + id + "]";
  }

  /** What it means to Tend. */
  sealed interface Meaning {
    /** The member was invited by somebody whom the changelog names by an urn only. */
    record Invited(String id, String inviter, Instant sentAt) implements Meaning {
      @Override
      public String toString() {
        return "Invited[redacted]";
      }
    }

    /** An invitation that the member received waits no longer. */
    record Closed(String id, String inviter, boolean accepted) implements Meaning {
      @Override
      public String toString() {
        return "Closed[redacted]";
      }
    }

    /** The member's connections are others than before. */
    record ConnectionsChanged() implements Meaning {}

    /** About an invitation, but not enough to tell which. */
    record Unclear() implements Meaning {}

    /** About something else, such as a comment; or it came to nothing. */
    record NoConcern() implements Meaning {}
  }
}
