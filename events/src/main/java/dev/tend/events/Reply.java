package dev.tend.events;

import java.time.Instant;

/** An inviter answered the question. The text is theirs alone: without quotes and signature. */
public record Reply(String invitation, String member, String text, Instant receivedAt) {
  public Reply {
    invitation = Checked.requiredLine("invitation", invitation);
    member = MemberId.check("member", member);
    text = Checked.prose("text", text);
    receivedAt = Checked.required("receivedAt", receivedAt);
  }

  @Override
  public String toString() {
    return "Reply[" + invitation + "]";
  }
}
