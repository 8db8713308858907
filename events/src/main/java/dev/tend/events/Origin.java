package dev.tend.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What proves that a mail about an invitation came from LinkedIn. Of two sources the better proof
 * holds; the order here is from the worst to the best.
 */
public enum Origin {
  /** Nothing does: anybody may have written it. */
  @JsonProperty("unproven")
  UNPROVEN,
  /** The member forwarded it, and the signature of the domain they write from says that. */
  @JsonProperty("vouched")
  VOUCHED,
  /** LinkedIn's own signature is good. */
  @JsonProperty("signed")
  SIGNED;

  /** The better one; null, a source that answers for itself, is the best. */
  public static @Nullable Origin better(@Nullable Origin one, @Nullable Origin other) {
    return one == null || other == null ? null : one.compareTo(other) < 0 ? other : one;
  }
}
