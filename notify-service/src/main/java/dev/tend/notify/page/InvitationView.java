package dev.tend.notify.page;

import dev.tend.events.Decision;
import dev.tend.events.Invitation;
import dev.tend.events.Person;
import dev.tend.events.Signal;
import dev.tend.events.Verdict;
import dev.tend.events.WouldBe;
import dev.tend.notify.mail.MailRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invitation with all that is known of it: the fields of the decision that holds, and what
 * stands around it.
 *
 * @param verdict null while it is undecided, and so are relevance, risk and decidedAt
 * @param inviter null when the decision has come before its invitation; so is receivedAt
 * @param sources where it came from, such as {@code /ingest/archive}
 * @param history earlier decisions, oldest first
 * @param choice what the member did; null when they have not, or have taken it back
 */
record InvitationView(
    String invitation,
    String member,
    @Nullable Verdict verdict,
    @Nullable Integer relevance,
    @Nullable Integer risk,
    String summary,
    List<Signal> signals,
    List<WouldBe> wouldBe,
    String policy,
    @Nullable Instant decidedAt,
    String supersedes,
    @Nullable Person inviter,
    String note,
    @Nullable Instant receivedAt,
    List<String> sources,
    List<Decision> history,
    @Nullable Chosen choice,
    List<MailRow> mails) {

  static InvitationView of(
      String id,
      String member,
      @Nullable Received received,
      List<Decision> decisions,
      @Nullable Chosen choice,
      List<MailRow> mails) {
    var decision = decisions.isEmpty() ? null : decisions.getLast();
    var invitation = received == null ? null : received.invitation();
    return new InvitationView(
        id,
        member,
        decision == null ? null : decision.verdict(),
        decision == null ? null : decision.relevance(),
        decision == null ? null : decision.risk(),
        decision == null ? "" : decision.summary(),
        decision == null ? List.of() : decision.signals(),
        decision == null ? List.of() : decision.wouldBe(),
        decision == null ? "" : decision.policy(),
        decision == null ? null : decision.decidedAt(),
        decision == null ? "" : decision.supersedes(),
        invitation == null ? null : invitation.inviter(),
        invitation == null ? "" : invitation.note(),
        received == null ? null : received.at(),
        received == null ? List.of() : received.sources(),
        decisions.isEmpty() ? List.of() : decisions.subList(0, decisions.size() - 1),
        choice,
        mails);
  }

  @Override
  public String toString() {
    return "InvitationView[" + invitation + "]";
  }

  /** An invitation as it was received. */
  record Received(Invitation invitation, Instant at, List<String> sources) {}

  /** What the member did, and when. */
  record Chosen(String choice, Instant chosenAt) {}
}
