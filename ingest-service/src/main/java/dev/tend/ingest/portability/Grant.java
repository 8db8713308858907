package dev.tend.ingest.portability;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What LinkedIn gave for a member's consent (RFC 6749, section 5.1). Stored sealed only.
 *
 * @param expiresAt when the access token ends; LinkedIn's lives 60 days
 * @param refreshToken empty when LinkedIn gave none: not every application is given one
 * @param refreshableUntil when the refresh token ends; null when LinkedIn does not say
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Grant(
    String accessToken,
    Instant expiresAt,
    String refreshToken,
    @Nullable Instant refreshableUntil) {
  /** So long before its end a token is exchanged, lest it end on the way. */
  private static final Duration MARGIN = Duration.ofMinutes(10);

  Grant {
    refreshToken = refreshToken == null ? "" : refreshToken;
  }

  boolean isRefreshable(Instant now) {
    return !refreshToken.isEmpty() && (refreshableUntil == null || now.isBefore(refreshableUntil));
  }

  /** Whether it is at its end, or close to it. */
  boolean isEnding(Instant now) {
    return !now.plus(MARGIN).isBefore(expiresAt);
  }

  @Override
  public String toString() {
    return "Grant[redacted]";
  }
}
