package dev.tend.scoring.topology;

import dev.tend.events.Codec;
import dev.tend.events.Member;
import dev.tend.events.PersonKey;
import dev.tend.events.Volunteering;
import dev.tend.scoring.signal.Colleague;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every inviter's partition knows of a member: enough to name a colleague in a sentence and to
 * notice who takes their name.
 *
 * @param profile null until it is known
 */
record ColleagueCard(
    String id, String name, @Nullable PersonKey profile, List<Volunteering> volunteering) {
  ColleagueCard {
    volunteering = volunteering == null ? List.of() : List.copyOf(volunteering);
  }

  static ColleagueCard of(Member member) {
    var profile = member.profile();
    return new ColleagueCard(
        member.id(),
        member.name(),
        profile == null ? null : profile.profile(),
        profile == null ? List.of() : profile.volunteering());
  }

  /** What every partition is told when a member changes; null when they left. */
  static @Nullable ColleagueCard told(Arrived<ForMember> arrived) {
    return arrived.news() instanceof ForMember.MemberChanged(var member) && member != null
        ? of(member)
        : null;
  }

  /** What a partition heard of a member. */
  static Arrived<AboutInviter> heard(String member, @Nullable ColleagueCard card) {
    var raw = card == null ? null : Codec.TOPIC.write(card);
    return new Arrived<>(new AboutInviter.ColleagueTold(member, card), raw);
  }

  /** This colleague as one who is connected to the inviter. */
  Colleague knowing(@Nullable LocalDate since) {
    return new Colleague(id, name, profile, true, since, volunteering);
  }

  /** This colleague as one of whom only the name matters. */
  Colleague bearingTheName() {
    return new Colleague(id, name, profile, false, null, List.of());
  }

  @Override
  public String toString() {
    return "ColleagueCard[" + id + "]";
  }
}
