package dev.tend.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A verdict with its reasons. A later decision on the same invitation supersedes this one.
 *
 * @param relevance the reasons to accept, 0 to 100
 * @param risk the red flags, 0 to 100
 * @param summary one or two plain sentences for the member
 * @param signals strongest first
 * @param policy which policy held, such as {@code growing/ask}
 * @param supersedes the {@link #id} of the decision that this one replaces; empty for the first
 */
public record Decision(
    String invitation,
    String member,
    Verdict verdict,
    int relevance,
    int risk,
    String summary,
    List<Signal> signals,
    List<WouldBe> wouldBe,
    String policy,
    Instant decidedAt,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String supersedes) {
  private static final Pattern REVISION = Pattern.compile("[1-9][0-9]{0,5}");

  public Decision {
    invitation = Checked.requiredLine("invitation", invitation);
    member = MemberId.check("member", member);
    verdict = Checked.required("verdict", verdict);
    relevance = Checked.between("relevance", relevance, 0, 100);
    risk = Checked.between("risk", risk, 0, 100);
    summary = Checked.prose("summary", summary);
    signals = Checked.list("signals", signals);
    wouldBe = Checked.list("wouldBe", wouldBe);
    policy = Checked.line("policy", policy);
    decidedAt = Checked.required("decidedAt", decidedAt);
    supersedes = Checked.line("supersedes", supersedes);
    if (!supersedes.isEmpty() && !isRevisionOf(invitation, supersedes)) {
      throw new RefusedException(
          "supersedes", "must be the id of a decision on the same invitation, such as 4711/1");
    }
  }

  private static boolean isRevisionOf(String invitation, String id) {
    return id.startsWith(invitation + "/")
        && REVISION.matcher(id).region(invitation.length() + 1, id.length()).matches();
  }

  /** Counts the decisions on one invitation, from 1. */
  public int revision() {
    return supersedes.isEmpty()
        ? 1
        : Integer.parseInt(supersedes.substring(supersedes.lastIndexOf('/') + 1)) + 1;
  }

  /**
   * The invitation and the revision, such as {@code 4711/2}: the {@code ce_id}, the same however
   * often it is sent.
   */
  public String id() {
    return invitation + "/" + revision();
  }

  @Override
  public String toString() {
    return "Decision[" + id() + " " + verdict + "]";
  }
}
