package dev.tend.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one mail. It names no address and holds no text.
 *
 * @param invitation which invitation a question is about; empty for a digest
 * @param answer what the SMTP server said, or why the mail was not sent; empty while due
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Mail(
    String id,
    String member,
    Kind kind,
    State state,
    String invitation,
    String messageId,
    int attempts,
    Instant at,
    @Nullable Instant sentAt,
    String answer) {
  public Mail {
    id = Checked.requiredLine("id", id);
    member = MemberId.check("member", member);
    kind = Checked.required("kind", kind);
    state = Checked.required("state", state);
    invitation = Checked.line("invitation", invitation);
    messageId = Checked.line("messageId", messageId);
    attempts = Checked.between("attempts", attempts, 0, 1000);
    at = Checked.required("at", at);
    answer = Checked.prose("answer", answer);
  }

  /** Without the server's answer, which may quote an address. */
  @Override
  public String toString() {
    return "Mail[" + id + " " + kind + " " + state + "]";
  }

  /** What a mail is for. */
  public enum Kind {
    @JsonProperty("digest")
    DIGEST,
    @JsonProperty("question")
    QUESTION,
    @JsonProperty("reminder")
    REMINDER,
    @JsonProperty("sign-in")
    SIGN_IN
  }

  /** Sent means: an SMTP server accepted it. */
  public enum State {
    @JsonProperty("due")
    DUE,
    @JsonProperty("sent")
    SENT,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("bounced")
    BOUNCED,
    @JsonProperty("suppressed")
    SUPPRESSED
  }
}
