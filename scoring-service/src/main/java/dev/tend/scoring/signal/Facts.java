package dev.tend.scoring.signal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.Person;
import dev.tend.events.Reply;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known when one invitation is judged. The same facts always give the same reasons: the
 * rules have no clock, and take the time of receipt for "today".
 *
 * @param invitation its inviter already completed with what is known about them from elsewhere
 * @param colleagues those who are connected to the inviter or bear the inviter's name; never the
 *     member
 * @param earlierByInviter what the same inviter sent to the firm in the weeks before; this
 *     invitation itself, if it is among them, is passed over
 * @param ignoredBefore null when the member never ignored this inviter
 * @param reply the inviter's latest answer to the question; null while there is none
 * @param askedBefore whether the member has asked this inviter and the question is no longer open:
 *     answered, expired, or asked for an earlier invitation
 * @param receivedAt when Tend first saw the invitation
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Facts(
    Member member,
    Invitation invitation,
    List<Colleague> colleagues,
    List<EarlierInvitation> earlierByInviter,
    @Nullable IgnoredBefore ignoredBefore,
    @Nullable Reply reply,
    boolean askedBefore,
    Instant receivedAt) {
  public Facts(
      Member member,
      Invitation invitation,
      @Nullable List<Colleague> colleagues,
      @Nullable List<EarlierInvitation> earlierByInviter,
      @Nullable IgnoredBefore ignoredBefore,
      @Nullable Reply reply,
      boolean askedBefore,
      Instant receivedAt) {
    this.member = member;
    this.invitation = invitation;
    this.colleagues = colleagues == null ? List.of() : List.copyOf(colleagues);
    this.earlierByInviter = earlierByInviter == null ? List.of() : List.copyOf(earlierByInviter);
    this.ignoredBefore = ignoredBefore;
    this.reply = reply;
    this.askedBefore = askedBefore;
    this.receivedAt = receivedAt;
  }

  /** What is known when nothing is known but the two people and the invitation. */
  public static Facts of(Member member, Invitation invitation, Instant receivedAt) {
    return new Facts(member, invitation, List.of(), List.of(), null, null, false, receivedAt);
  }

  /** Who invites. */
  @JsonIgnore
  public Person inviter() {
    return invitation.inviter();
  }

  /** The month in which the invitation was received, UTC: "today" for every rule. */
  @JsonIgnore
  public YearMonth month() {
    return YearMonth.from(receivedAt.atOffset(ZoneOffset.UTC));
  }

  /** The same facts with another member, such as after a change of policy. */
  public Facts withMember(Member other) {
    return new Facts(
        other,
        invitation,
        colleagues,
        earlierByInviter,
        ignoredBefore,
        reply,
        askedBefore,
        receivedAt);
  }

  /** The same facts with another invitation, such as one of whose inviter more is known. */
  public Facts withInvitation(Invitation other) {
    return new Facts(
        member, other, colleagues, earlierByInviter, ignoredBefore, reply, askedBefore, receivedAt);
  }

  /** The same facts with other colleagues. */
  public Facts withColleagues(List<Colleague> others) {
    return new Facts(
        member,
        invitation,
        others,
        earlierByInviter,
        ignoredBefore,
        reply,
        askedBefore,
        receivedAt);
  }

  /** The same facts with other invitations before this one. */
  public Facts withEarlierByInviter(List<EarlierInvitation> others) {
    return new Facts(
        member, invitation, colleagues, others, ignoredBefore, reply, askedBefore, receivedAt);
  }

  /** The same facts for a member who ignored this inviter before, or not. */
  public Facts withIgnoredBefore(@Nullable IgnoredBefore other) {
    return new Facts(
        member, invitation, colleagues, earlierByInviter, other, reply, askedBefore, receivedAt);
  }

  /** The same facts after the inviter answered. */
  public Facts withReply(@Nullable Reply other) {
    return new Facts(
        member,
        invitation,
        colleagues,
        earlierByInviter,
        ignoredBefore,
        other,
        askedBefore,
        receivedAt);
  }

  /** The same facts with a question that is no longer open, or was never asked. */
  public Facts withAskedBefore(boolean other) {
    return new Facts(
        member, invitation, colleagues, earlierByInviter, ignoredBefore, reply, other, receivedAt);
  }

  @Override
  public String toString() {
    return "Facts[" + invitation.id() + "]";
  }
}
