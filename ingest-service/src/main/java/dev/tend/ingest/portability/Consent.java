package dev.tend.ingest.portability;

import java.time.Instant;

/**
 * A member consented. Written by the doors alone, as what was read is by the reader alone: so that
 * a consent which is withdrawn while its data are read stays withdrawn.
 *
 * @param id anew for each consent; whatever was read under another one does not count for it
 * @param grant sealed
 */
record Consent(String id, Instant givenAt, String grant) {

  /**
   * A member was sent to LinkedIn to consent and has not come back yet.
   *
   * @param id of the consent that comes of it
   * @param verifier of PKCE (RFC 7636), sealed
   */
  record Asked(String id, Instant until, String verifier) {
    @Override
    public String toString() {
      return "Asked[" + id + "]";
    }
  }

  /**
   * What LinkedIn gave when a grant was refreshed; written by the reader.
   *
   * @param consent under which it was given
   * @param grant sealed
   */
  record Refreshed(String consent, String grant) {
    @Override
    public String toString() {
      return "Refreshed[" + consent + "]";
    }
  }

  @Override
  public String toString() {
    return "Consent[" + id + "]";
  }
}
