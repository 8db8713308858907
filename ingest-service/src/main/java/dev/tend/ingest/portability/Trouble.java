package dev.tend.ingest.portability;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** LinkedIn did not give what was asked for. It names neither the member nor a token. */
final class Trouble extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final transient @Nullable Instant until;

  private Trouble(Kind kind, String message, @Nullable Instant until) {
    super(message, null, false, false);
    this.kind = kind;
    this.until = until;
  }

  static Trouble of(Kind kind, String message) {
    return new Trouble(kind, message, null);
  }

  /** There were too many calls; the next one may be made at {@code until}. */
  static Trouble limited(boolean everybody, String message, @Nullable Instant until) {
    return new Trouble(everybody ? Kind.ALL_LIMITED : Kind.LIMITED, message, until);
  }

  /** The first snapshot is not there yet. */
  static Trouble notYet(Instant again) {
    return new Trouble(Kind.NOT_YET, "LinkedIn still prepares the snapshot", again);
  }

  Kind kind() {
    return kind;
  }

  /** When the next call may be made; null when LinkedIn does not say. */
  @Nullable Instant until() {
    return until;
  }

  /** Of what sort it is; also the label of the metric. */
  enum Kind {
    /** 401: the access token is not good any more. */
    UNAUTHORISED,
    /** 403: the member has withdrawn, or the application may not do this. */
    FORBIDDEN,
    /** 429: too many calls for this member. */
    LIMITED,
    /** 429: too many calls of this application. */
    ALL_LIMITED,
    /** The snapshot of a new consent is still being prepared. */
    NOT_YET,
    /** No answer, or 5xx: later it may be there again. */
    AWAY,
    /** An answer that Tend does not understand, such as one for a version that has ended. */
    UNREADABLE;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
