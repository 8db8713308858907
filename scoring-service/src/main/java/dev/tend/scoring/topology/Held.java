package dev.tend.scoring.topology;

import static dev.tend.events.PersonBuilder.person;

import dev.tend.events.Choice;
import dev.tend.events.Decision;
import dev.tend.events.Identity;
import dev.tend.events.Invitation;
import dev.tend.events.Person;
import dev.tend.events.Position;
import dev.tend.events.Reply;
import dev.tend.events.Verdict;
import dev.tend.scoring.signal.Circle;
import dev.tend.scoring.signal.Colleague;
import dev.tend.scoring.signal.EarlierInvitation;
import dev.tend.scoring.signal.Echo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One invitation as its member's partition holds it.
 *
 * <pre>
 *            member known            question sent           answer, or too long without one
 *  undecided ------------> decided ----------------> asked -------------------------------> decided
 *                             any of them -- accept or ignore chosen --> closed -- undo --> as before
 * </pre>
 *
 * @param today what the inviter does, as colleagues' lists of connections say; null when they do
 *     not
 * @param asked since when a question to the inviter is out; null when none was asked
 * @param expired whether the question went too long without an answer
 * @param choice what the member did; null for nothing yet, or taken back
 * @param last null while undecided
 * @param identity all that it is called; its first name is the invitation's id
 */
record Held(
    Invitation invitation,
    List<Colleague> colleagues,
    List<EarlierInvitation> earlierByInviter,
    List<Echo> echoes,
    @Nullable Position today,
    Instant receivedAt,
    @Nullable Origin origin,
    @Nullable Reply reply,
    @Nullable Choice choice,
    @Nullable Instant asked,
    boolean expired,
    @Nullable LastDecision last,
    Identity identity) {
  Held {
    colleagues = colleagues == null ? List.of() : List.copyOf(colleagues);
    earlierByInviter = earlierByInviter == null ? List.of() : List.copyOf(earlierByInviter);
    echoes = echoes == null ? List.of() : List.copyOf(echoes);
    identity = identity == null ? Identity.of(invitation, "", receivedAt) : identity;
  }

  /** An invitation that has just arrived. It is held under the id under which it came first. */
  static Held arrived(Invitation invitation, Enriched with, Identity identity) {
    var known = with.known();
    var named = invitation.named(identity.id());
    return new Held(
        known == null ? named : named.withInviter(named.inviter().completedBy(known)),
        with.colleagues(),
        with.earlierByInviter(),
        with.echoes(),
        with.today(),
        with.receivedAt(),
        with.origin(),
        null,
        null,
        null,
        false,
        null,
        identity);
  }

  /**
   * The same invitation came again, from another source or in a retry. What it says first stands;
   * what it did not say is taken from the repetition.
   */
  Held repeated(Invitation again, Enriched with, Identity told) {
    return told(invitation.completedBy(again), with, identity.with(told));
  }

  /** There is news about the inviter. */
  Held told(Enriched news) {
    var known = news.known();
    return told(
        known == null
            ? invitation
            : invitation.withInviter(known.completedBy(invitation.inviter())),
        news,
        identity);
  }

  private Held told(Invitation now, Enriched news, Identity known) {
    return new Held(
        now,
        news.colleagues(),
        news.earlierByInviter(),
        news.echoes(),
        news.today(),
        receivedAt,
        origin,
        reply,
        choice,
        asked,
        expired,
        last,
        known);
  }

  /** Without these members among the colleagues, and these people among the mutual connections. */
  Held without(Predicate<String> members, Predicate<String> people) {
    var mutuals =
        invitation.mutuals().stream().filter(mutual -> !people.test(mutual.path())).toList();
    return new Held(
        mutuals.size() == invitation.mutuals().size()
            ? invitation
            : invitation.withMutuals(mutuals),
        colleagues.stream().filter(colleague -> !members.test(colleague.id())).toList(),
        earlierByInviter.stream().filter(earlier -> !members.test(earlier.member())).toList(),
        echoes,
        today,
        receivedAt,
        origin,
        reply,
        choice,
        asked,
        expired,
        last,
        identity);
  }

  Held answered(Reply answer) {
    boolean older = reply != null && answer.receivedAt().isBefore(reply.receivedAt());
    return older ? this : with(answer, choice, asked, expired, last);
  }

  Held chosen(Choice made) {
    return switch (made.choice()) {
      case ACCEPT, IGNORE -> with(reply, made, asked, expired, last);
      case ASK -> with(reply, made, asked == null ? made.chosenAt() : asked, expired, last);
      case UNDO -> with(reply, null, asked, expired, last);
    };
  }

  /** The same at a later time: a question that is out for too long has expired. */
  Held at(Instant now, Duration answerWithin) {
    return asked != null && awaitsAnswer() && !asked.plus(answerWithin).isAfter(now)
        ? with(reply, choice, asked, true, last)
        : this;
  }

  Held decided(Decision decision) {
    boolean asksNow = decision.verdict() == Verdict.ASK && asked == null;
    return with(
        reply, choice, asksNow ? decision.decidedAt() : asked, expired, LastDecision.of(decision));
  }

  private Held with(
      @Nullable Reply answer,
      @Nullable Choice made,
      @Nullable Instant askedAt,
      boolean hasExpired,
      @Nullable LastDecision decision) {
    return new Held(
        invitation,
        colleagues,
        earlierByInviter,
        echoes,
        today,
        receivedAt,
        origin,
        answer,
        made,
        askedAt,
        hasExpired,
        decision,
        identity);
  }

  /**
   * The invitation as it is judged. What is only hearsay stands in where its inviter names no
   * employer, and is not mixed with what is known, so that better knowledge replaces it.
   */
  Invitation judged() {
    var inviter = invitation.inviter();
    return today == null || !Circle.companies(inviter, receivedAt).isEmpty()
        ? invitation
        : invitation.withInviter(inviter.completedBy(working(inviter, today)));
  }

  private static Person working(Person inviter, Position today) {
    return person(inviter.profile(), inviter.name()).position(today).build();
  }

  /** Whether the member is done with it, so that nothing decides it again. */
  boolean isClosed() {
    return choice != null
        && (choice.choice() == Choice.Kind.ACCEPT || choice.choice() == Choice.Kind.IGNORE);
  }

  /** Whether a question is out that may still be answered. */
  boolean awaitsAnswer() {
    return asked != null && reply == null && !expired && !isClosed();
  }

  boolean isUndecided() {
    return last == null;
  }

  String id() {
    return invitation.id();
  }

  /** Whether some source calls it so. */
  boolean isCalled(String id) {
    return id().equals(id) || identity.includes(id);
  }

  @Override
  public String toString() {
    return "Held[" + id() + "]";
  }
}
