package dev.tend.scoring.topology;

import dev.tend.events.PersonKey;
import dev.tend.scoring.topology.AboutInviter.Invited;
import java.util.List;

/** What is told of an invitation where all of the firm's come together: who to whom, and prints. */
record Seen(String invitation, PersonKey inviter, String member, Prints prints) {
  /** The key under which all are told: whoever compares them must see them all. */
  static final String TOGETHER = "all";

  /** One, or none when there is nothing by which the invitation could be recognised. */
  static List<Seen> of(Arrived<AboutInviter> arrived) {
    return arrived.news() instanceof Invited(var invitation, var prints) && !prints.isBlank()
        ? List.of(
            new Seen(invitation.id(), invitation.inviter().profile(), invitation.member(), prints))
        : List.of();
  }

  /** That what was seen of an inviter is to be forgotten: of one member, or with "" of all. */
  static Seen unsaid(Enriched unsaid, String member) {
    return new Seen(unsaid.id(), unsaid.inviter(), member, Prints.NONE);
  }

  boolean isUnsaid() {
    return prints.isBlank();
  }

  /** Whether this takes another one back. */
  boolean takesBack(Seen other) {
    return inviter.equals(other.inviter) && (member.isEmpty() || member.equals(other.member));
  }

  /** The same invitation, as another delivery showed it, completed by what an earlier one did. */
  Seen completedBy(Seen earlier) {
    return new Seen(invitation, inviter, member, prints.completedBy(earlier.prints));
  }

  @Override
  public String toString() {
    return "Seen[" + invitation + "]";
  }
}
