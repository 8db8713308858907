package dev.tend.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * What a member did with an invitation in the end, with or against the advice. A later one replaces
 * an earlier one.
 */
public record Choice(
    String invitation, String member, PersonKey inviter, Kind choice, Instant chosenAt) {
  public Choice {
    invitation = Checked.requiredLine("invitation", invitation);
    member = MemberId.check("member", member);
    inviter = Checked.required("inviter", inviter);
    choice = Checked.required("choice", choice);
    chosenAt = Checked.required("chosenAt", chosenAt);
  }

  @Override
  public String toString() {
    return "Choice[" + invitation + " " + choice + "]";
  }

  /** What was chosen; {@code undo} takes the earlier choice back. */
  public enum Kind {
    @JsonProperty("accept")
    ACCEPT,
    @JsonProperty("ignore")
    IGNORE,
    @JsonProperty("ask")
    ASK,
    @JsonProperty("undo")
    UNDO
  }
}
