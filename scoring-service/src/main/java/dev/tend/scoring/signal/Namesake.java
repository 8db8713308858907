package dev.tend.scoring.signal;

import dev.tend.events.PersonKey;

/**
 * One of the member's own connections who bears the inviter's name, or one that looks the same, on
 * another profile.
 *
 * @param company where they work today; empty when not known
 */
public record Namesake(String name, PersonKey profile, String company) {
  @Override
  public String toString() {
    return "Namesake[redacted]";
  }
}
