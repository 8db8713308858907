package dev.tend.ingest.portability;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How it stands with a member's consent, for whoever asks at the door. */
enum State {
  /** Never asked, declined, or withdrawn. */
  NONE,
  /** Sent to LinkedIn, and not back yet. */
  ASKED,
  /** Their data are read. */
  READING,
  /** It is at its end: the member must consent again. */
  EXPIRED,
  /** The member withdrew it at LinkedIn. */
  GONE;

  static State of(Progress.Standing standing) {
    return switch (standing) {
      case READING -> READING;
      case EXPIRED -> EXPIRED;
      case GONE -> GONE;
    };
  }

  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
