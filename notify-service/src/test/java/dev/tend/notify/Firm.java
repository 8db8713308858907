package dev.tend.notify;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;

import dev.tend.events.Decision;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.events.Verdict;
import dev.tend.events.WouldBe;
import dev.tend.events.cast.AnInvitation;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** The events that a test tells, each test with members and invitations of its own. */
public final class Firm {
  /** A Monday in February, 09:37 in Toronto. */
  public static final Instant RECEIVED = Instant.parse("2026-02-09T14:37:00Z");

  /**
   * A test with settings of its own starts the service anew, in a class loader of its own, on the
   * same database: so each counts from elsewhere.
   */
  private static final AtomicInteger NUMBER =
      new AtomicInteger(1_000 * ThreadLocalRandom.current().nextInt(1_000_000));

  private Firm() {}

  /** Somebody whom no other test knows. */
  public static Member member(String name) {
    return aMember(name + " " + NUMBER.incrementAndGet()).build();
  }

  /** An invitation of an inviter whose address is known. */
  public static Invitation invitation(Member member, String inviter) {
    return invitation(member, inviter, address(inviter));
  }

  /** An invitation; the address may be empty. */
  public static Invitation invitation(Member member, String inviter, String address) {
    var person =
        aPerson(inviter)
            .as("Partner", "Northlight", "2015-01", null)
            .with(more -> more.headline("Partner at Northlight").email(address));
    return AnInvitation.from(person)
        .id(member.id() + "-" + NUMBER.incrementAndGet())
        .to(member)
        .saying("We met at the forum")
        .build();
  }

  /** The address that an inviter of this name has. */
  public static String address(String inviter) {
    return inviter.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@invited.example";
  }

  /** The first decision on an invitation. */
  public static Decision decided(Invitation invitation, Verdict verdict) {
    return decided(invitation, verdict, 1);
  }

  /** A decision of this revision, a minute after the one before. */
  public static Decision decided(Invitation invitation, Verdict verdict, int revision) {
    return new Decision(
        invitation.id(),
        invitation.member(),
        verdict,
        verdict == Verdict.ACCEPT ? 40 : 5,
        verdict == Verdict.IGNORE ? 65 : 5,
        "This is what was found.",
        List.of(
            Signal.of(SignalName.SAME_EMPLOYER, 40, "Both at Northlight, 2015 to 2018 (3 years)")),
        List.of(new WouldBe(Verdict.ACCEPT, "they had worked with you")),
        "growing/ask",
        RECEIVED.plusSeconds(60L * revision),
        revision == 1 ? "" : invitation.id() + "/" + (revision - 1));
  }
}
