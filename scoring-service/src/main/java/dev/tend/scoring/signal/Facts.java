package dev.tend.scoring.signal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tend.events.Correspondence;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.Person;
import dev.tend.events.Reply;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All that is known when one invitation is judged. The same facts always give the same reasons: the
 * rules have no clock, and take the time of receipt for "today".
 *
 * @param invitation its inviter already completed with what is known about them from elsewhere
 * @param colleagues those who are connected to the inviter or bear the inviter's name; never the
 *     member
 * @param circles whom the member knows at the inviter's present employers; none when nobody
 * @param namesakes the member's own connections who bear the inviter's name on another profile
 * @param correspondence what the member and the inviter wrote to each other before; null when
 *     nothing is known of it
 * @param earlierByInviter what the same inviter sent to the firm in the weeks before; this
 *     invitation itself, if it is among them, is passed over
 * @param echoes what of this invitation came from other inviters as well; each kind at most once
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
    List<Circle> circles,
    List<Namesake> namesakes,
    @Nullable Correspondence correspondence,
    List<EarlierInvitation> earlierByInviter,
    List<Echo> echoes,
    @Nullable IgnoredBefore ignoredBefore,
    @Nullable Reply reply,
    boolean askedBefore,
    Instant receivedAt) {
  public Facts(
      Member member,
      Invitation invitation,
      @Nullable List<Colleague> colleagues,
      @Nullable List<Circle> circles,
      @Nullable List<Namesake> namesakes,
      @Nullable Correspondence correspondence,
      @Nullable List<EarlierInvitation> earlierByInviter,
      @Nullable List<Echo> echoes,
      @Nullable IgnoredBefore ignoredBefore,
      @Nullable Reply reply,
      boolean askedBefore,
      Instant receivedAt) {
    this.member = member;
    this.invitation = invitation;
    this.colleagues = copied(colleagues);
    this.circles = copied(circles);
    this.namesakes = copied(namesakes);
    this.correspondence = correspondence;
    this.earlierByInviter = copied(earlierByInviter);
    this.echoes = copied(echoes);
    this.ignoredBefore = ignoredBefore;
    this.reply = reply;
    this.askedBefore = askedBefore;
    this.receivedAt = receivedAt;
  }

  private static <T> List<T> copied(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /** What is known when nothing is known but the two people and the invitation. */
  public static Facts of(Member member, Invitation invitation, Instant receivedAt) {
    return new Facts(
        member, invitation, null, null, null, null, null, null, null, null, false, receivedAt);
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
    return with(draft -> draft.member = other);
  }

  /** The same facts with another invitation, such as one of whose inviter more is known. */
  public Facts withInvitation(Invitation other) {
    return with(draft -> draft.invitation = other);
  }

  /** The same facts with other colleagues. */
  public Facts withColleagues(List<Colleague> others) {
    return with(draft -> draft.colleagues = others);
  }

  /** The same facts for a member who knows others at the inviter's employers. */
  public Facts withCircles(List<Circle> others) {
    return others.equals(circles) ? this : with(draft -> draft.circles = others);
  }

  /** The same facts for a member of whose connections others bear the inviter's name. */
  public Facts withNamesakes(List<Namesake> others) {
    return others.equals(namesakes) ? this : with(draft -> draft.namesakes = others);
  }

  /** The same facts for a member who corresponded with the inviter, or of whom nothing says so. */
  public Facts withCorrespondence(@Nullable Correspondence other) {
    return Objects.equals(other, correspondence)
        ? this
        : with(draft -> draft.correspondence = other);
  }

  /** The same facts with other invitations before this one. */
  public Facts withEarlierByInviter(List<EarlierInvitation> others) {
    return with(draft -> draft.earlierByInviter = others);
  }

  /** The same facts with other things that came from others as well. */
  public Facts withEchoes(List<Echo> others) {
    return with(draft -> draft.echoes = others);
  }

  /** The same facts for a member who ignored this inviter before, or not. */
  public Facts withIgnoredBefore(@Nullable IgnoredBefore other) {
    return with(draft -> draft.ignoredBefore = other);
  }

  /** The same facts after the inviter answered. */
  public Facts withReply(@Nullable Reply other) {
    return with(draft -> draft.reply = other);
  }

  /** The same facts with a question that is no longer open, or was never asked. */
  public Facts withAskedBefore(boolean other) {
    return with(draft -> draft.askedBefore = other);
  }

  private Facts with(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.facts();
  }

  @Override
  public String toString() {
    return "Facts[" + invitation.id() + "]";
  }

  /** Facts while one of them is replaced. */
  private static final class Draft {
    private Member member;
    private Invitation invitation;
    private List<Colleague> colleagues;
    private List<Circle> circles;
    private List<Namesake> namesakes;
    private @Nullable Correspondence correspondence;
    private List<EarlierInvitation> earlierByInviter;
    private List<Echo> echoes;
    private @Nullable IgnoredBefore ignoredBefore;
    private @Nullable Reply reply;
    private boolean askedBefore;
    private final Instant receivedAt;

    Draft(Facts facts) {
      member = facts.member;
      invitation = facts.invitation;
      colleagues = facts.colleagues;
      circles = facts.circles;
      namesakes = facts.namesakes;
      correspondence = facts.correspondence;
      earlierByInviter = facts.earlierByInviter;
      echoes = facts.echoes;
      ignoredBefore = facts.ignoredBefore;
      reply = facts.reply;
      askedBefore = facts.askedBefore;
      receivedAt = facts.receivedAt;
    }

    Facts facts() {
      return new Facts(
          member,
          invitation,
          colleagues,
          circles,
          namesakes,
          correspondence,
          earlierByInviter,
          echoes,
          ignoredBefore,
          reply,
          askedBefore,
          receivedAt);
    }
  }
}
