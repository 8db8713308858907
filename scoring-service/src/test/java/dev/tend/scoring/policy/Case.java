package dev.tend.scoring.policy;

import dev.tend.events.Correspondence;
import dev.tend.events.Decision;
import dev.tend.events.Member;
import dev.tend.events.Origin;
import dev.tend.events.PersonKey;
import dev.tend.events.Reply;
import dev.tend.events.cast.AMember;
import dev.tend.events.cast.APerson;
import dev.tend.events.cast.AnInvitation;
import dev.tend.scoring.signal.Circle;
import dev.tend.scoring.signal.Colleague;
import dev.tend.scoring.signal.EarlierInvitation;
import dev.tend.scoring.signal.Echo;
import dev.tend.scoring.signal.Facts;
import dev.tend.scoring.signal.IgnoredBefore;
import dev.tend.scoring.signal.Namesake;
import dev.tend.scoring.signal.NoteFingerprint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One invitation to be judged, with what is known around it: {@code whenInvited(member).by(person)
 * .saying("…").judged()}. Received on a Monday in February 2026.
 */
public final class Case {
  public static final Instant NOW = Instant.parse("2026-02-09T15:00:00Z");

  private static final Judge JUDGE = new Judge();

  private final AMember member;
  private AnInvitation invitation = AnInvitation.from(APerson.aPerson("Dana Roy")).id("4711");
  private final List<Colleague> colleagues = new ArrayList<>();
  private final List<Circle> circles = new ArrayList<>();
  private final List<Namesake> namesakes = new ArrayList<>();
  private @Nullable Correspondence correspondence;
  private final List<EarlierInvitation> earlier = new ArrayList<>();
  private final List<Echo> echoes = new ArrayList<>();
  private @Nullable IgnoredBefore ignored;
  private String reply = "";
  private boolean asked;

  private Case(AMember member) {
    this.member = member;
  }

  public static Case whenInvited(AMember member) {
    return new Case(member);
  }

  public Case by(APerson inviter) {
    invitation = AnInvitation.from(inviter).id("4711");
    return this;
  }

  public Case proven(Origin by) {
    invitation = invitation.proven(by);
    return this;
  }

  public Case saying(String note) {
    invitation = invitation.saying(note);
    return this;
  }

  public Case withMutualConnections(int count) {
    invitation = invitation.withMutualConnections(count);
    return this;
  }

  public Case sharing(PersonKey... mutuals) {
    invitation = invitation.sharing(mutuals);
    return this;
  }

  /** A colleague who is connected to the inviter. */
  public Case knownBy(String colleague, @Nullable String since) {
    colleagues.add(
        new Colleague(
            AMember.idOf(colleague),
            colleague,
            APerson.profileOf(colleague),
            true,
            since == null ? null : LocalDate.parse(since),
            List.of()));
    return this;
  }

  public Case with(Colleague colleague) {
    colleagues.add(colleague);
    return this;
  }

  /** A colleague who is not known to be connected to the inviter. */
  public Case besides(String colleague) {
    colleagues.add(
        new Colleague(
            AMember.idOf(colleague),
            colleague,
            APerson.profileOf(colleague),
            false,
            null,
            List.of()));
    return this;
  }

  /** The same inviter invited somebody else in the firm before. */
  public Case afterInviting(String colleague, Duration before, String note) {
    var id = AMember.idOf(colleague);
    earlier.add(
        new EarlierInvitation(
            "to-" + id, id, NOW.minus(before), NoteFingerprint.of(note, "Dana Roy")));
    return this;
  }

  /** The member's own connections where the inviter works. */
  public Case knowing(Circle circle) {
    circles.add(circle);
    return this;
  }

  /** One of the member's own connections bears the inviter's name. */
  public Case connectedTo(Namesake namesake) {
    namesakes.add(namesake);
    return this;
  }

  /** Other people sent nearly the same. */
  public Case echoing(Echo.Kind what, int inviters, int members) {
    echoes.add(new Echo(what, inviters, members));
    return this;
  }

  public Case ignoredBefore(boolean byMember) {
    ignored = new IgnoredBefore(Instant.parse("2025-03-03T12:00:00Z"), byMember);
    return this;
  }

  public Case askedBefore() {
    asked = true;
    return this;
  }

  /** They have written to each other before. */
  public Case corresponding(Correspondence before) {
    correspondence = before;
    return this;
  }

  public Case answering(String text) {
    asked = true;
    reply = text;
    return this;
  }

  public Facts facts() {
    return facts(member.build());
  }

  public Facts facts(Member invited) {
    var sent = invitation.to(invited).build();
    return new Facts(
        invited,
        sent,
        colleagues,
        circles,
        namesakes,
        correspondence,
        earlier,
        echoes,
        ignored,
        reply.isEmpty() ? null : new Reply(sent.id(), invited.id(), reply, NOW),
        asked,
        NOW);
  }

  public Decision judged() {
    return JUDGE.decide(facts(), NOW, "");
  }
}
