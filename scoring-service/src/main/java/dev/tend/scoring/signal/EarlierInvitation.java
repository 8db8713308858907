package dev.tend.scoring.signal;

import java.time.Instant;

/**
 * What the same inviter sent to somebody in the firm before.
 *
 * @param invitation the id of that invitation
 * @param member who received it; may be the member of today
 * @param note what was written, as far as it takes to recognise it; {@link NoteFingerprint#NONE}
 *     when nothing was
 */
public record EarlierInvitation(
    String invitation, String member, Instant receivedAt, NoteFingerprint note) {
  @Override
  public String toString() {
    return "EarlierInvitation[" + invitation + "]";
  }
}
