package dev.tend.ingest.portability;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a member's data have been read under one consent.
 *
 * @param consent for another one it does not count
 * @param todo what is to be read next, in this order; empty while there is nothing to do
 * @param start how many elements of the first of them have been read
 * @param connectionsChanged whether the changelog told so since they were last read
 * @param connectionsAt when the connections were last begun to be read; null before
 * @param snapshotAt when the last whole snapshot was begun; null before the first
 * @param sweptAt when the changelog was last read to its end; null before
 * @param refreshed whether LinkedIn refused the token and it was exchanged since; a second refusal
 *     then is final
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Progress(
    String consent,
    Standing standing,
    List<Task> todo,
    int start,
    ChangeCursor changes,
    InvitationCursor invitations,
    boolean connectionsChanged,
    @Nullable Instant connectionsAt,
    @Nullable Instant snapshotAt,
    @Nullable Instant sweptAt,
    boolean refreshed,
    Pause pause) {
  /** The changelog begins with the consent, by LinkedIn's clock. */
  private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

  Progress {
    todo = todo == null ? List.of() : List.copyOf(todo);
  }

  /** Nothing was read under this consent. */
  static Progress before(Consent consent) {
    return new Progress(
        consent.id(),
        Standing.READING,
        List.of(),
        0,
        ChangeCursor.from(consent.givenAt().minus(CLOCKS_DIFFER)),
        InvitationCursor.START,
        false,
        null,
        null,
        null,
        false,
        Pause.NONE);
  }

  /** What LinkedIn lets Tend do. */
  enum Standing {
    /** Their data are read. */
    @JsonProperty("reading")
    READING,
    /** The token is at its end and cannot be exchanged: the member must consent again. */
    @JsonProperty("expired")
    EXPIRED,
    /** LinkedIn answers 403: the member withdrew the consent there. */
    @JsonProperty("gone")
    GONE
  }

  /** A thing to read. */
  enum Task {
    /** The member's own history. */
    @JsonProperty("history")
    HISTORY,
    /** Whom they know. */
    @JsonProperty("connections")
    CONNECTIONS,
    /** Who asks them, with names. */
    @JsonProperty("invitations")
    INVITATIONS,
    /** What changed since. */
    @JsonProperty("changes")
    CHANGES
  }
}
