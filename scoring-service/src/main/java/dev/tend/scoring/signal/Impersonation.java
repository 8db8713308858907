package dev.tend.scoring.signal;

import dev.tend.events.Person;
import dev.tend.events.PersonKey;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.scoring.name.Employers;
import dev.tend.scoring.name.PersonName;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The inviter bears a colleague's name, or the member's own, on another profile. Mostly a namesake;
 * graver with the same employer, and gravest when the name is spelled with other letters so that it
 * only looks the same. A colleague who is connected to the inviter vouches for the difference.
 */
record Impersonation(Weights weights) implements Rule {

  @Override
  public Stream<Signal> apply(Facts facts) {
    var inviter = facts.inviter();
    var own = facts.member().profile();
    var skeleton = "";
    for (var colleague : facts.colleagues()) {
      if (colleague.profile() != null && !colleague.knowsInviter()) {
        if (skeleton.isEmpty()) {
          skeleton = PersonName.skeleton(inviter.name());
        }
        if (isOther(colleague.profile(), inviter)
            && isFullName(skeleton)
            && skeleton.equals(PersonName.skeleton(colleague.name()))) {
          return Stream.of(signal(facts, colleague.name(), "your colleague " + colleague.name()));
        }
      }
    }
    if (own != null
        && isOther(own.profile(), inviter)
        && isFullName(PersonName.skeleton(inviter.name()))
        && PersonName.skeleton(inviter.name()).equals(PersonName.skeleton(facts.member().name()))) {
      return Stream.of(signal(facts, facts.member().name(), "you"));
    }
    return Stream.empty();
  }

  private Signal signal(Facts facts, String name, String who) {
    var inviter = facts.inviter();
    if (!PersonName.key(inviter.name()).equals(PersonName.key(name))) {
      return Signal.of(
          SignalName.IMPERSONATION,
          weights.of(Worth.IMPERSONATION_DISGUISED),
          "The name is spelled with other letters so that it looks like " + who);
    }
    if (claimsOurFirm(inviter, facts.member().profile(), facts)) {
      return Signal.of(
          SignalName.IMPERSONATION,
          weights.of(Worth.IMPERSONATION_SAME_FIRM),
          "Bears the name and the employer of " + who + ", on another profile");
    }
    return Signal.of(
        SignalName.IMPERSONATION,
        weights.of(Worth.IMPERSONATION_SAME_NAME),
        "Bears the same name as " + who + ", on another profile; it may be a namesake");
  }

  private static boolean claimsOurFirm(Person inviter, @Nullable Person own, Facts facts) {
    if (own == null) {
      return false;
    }
    var ours = Job.current(own, facts.month());
    return Job.current(inviter, facts.month()).stream()
        .anyMatch(
            job -> ours.stream().anyMatch(our -> Employers.same(our.company(), job.company())));
  }

  private static boolean isOther(PersonKey profile, Person inviter) {
    return !profile.equals(inviter.profile());
  }

  /** A single word is too little to be taken for somebody. */
  private static boolean isFullName(String skeleton) {
    return skeleton.indexOf(' ') > 0;
  }
}
