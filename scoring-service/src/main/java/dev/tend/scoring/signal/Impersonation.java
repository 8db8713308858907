package dev.tend.scoring.signal;

import static java.util.Comparator.comparingInt;

import dev.tend.events.Origin;
import dev.tend.events.Person;
import dev.tend.events.PersonKey;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.scoring.name.Employers;
import dev.tend.scoring.name.PersonName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The inviter bears the name of a colleague, of one of the member's own connections, or of the
 * member, on another profile. Mostly a namesake; graver with the same employer, or one whose name
 * sounds like it, and gravest when the name is spelled with other letters so that it only looks the
 * same. A colleague who is connected to the inviter vouches for the difference.
 *
 * <p>Or their company is spelled so that it looks like one that the member knows. Or nothing proves
 * that the mail about the invitation is LinkedIn's: then it may be somebody else's altogether.
 */
record Impersonation(Weights weights) implements Rule {
  /** Whoever has so many, and works elsewhere, is somebody of their own: fakes have few. */
  private static final int CONNECTIONS_OF_A_LIFE = 100;

  @Override
  public List<Signal> apply(Facts facts) {
    return strongest(
        Rule.found(colleague(facts), member(facts), contact(facts), company(facts), sender(facts)));
  }

  @Override
  public Set<SignalName> heedingLists() {
    return Set.of(SignalName.IMPERSONATION);
  }

  private static List<Signal> strongest(List<Signal> some) {
    return some.size() < 2 ? some : List.of(Collections.max(some, comparingInt(Signal::points)));
  }

  private Optional<Signal> colleague(Facts facts) {
    for (var colleague : facts.colleagues()) {
      if (colleague.profile() != null
          && !colleague.knowsInviter()
          && isNamesake(facts, colleague.name(), colleague.profile())) {
        return signal(
            facts,
            colleague.name(),
            "your colleague " + colleague.name(),
            ours(facts),
            Worth.IMPERSONATION_SAME_NAME);
      }
    }
    return Optional.empty();
  }

  private Optional<Signal> member(Facts facts) {
    var own = facts.member().profile();
    var name = facts.member().name();
    return own != null && isNamesake(facts, name, own.profile())
        ? signal(facts, name, "you", ours(facts), Worth.IMPERSONATION_SAME_NAME)
        : Optional.empty();
  }

  /** Of one's own connections one knows many more than colleagues, and so more namesakes. */
  private Optional<Signal> contact(Facts facts) {
    if (facts.namesakes().isEmpty()) {
      return Optional.empty();
    }
    boolean vouched =
        facts.colleagues().stream().anyMatch(colleague -> colleague.vouches(facts.receivedAt()));
    return facts.namesakes().stream()
        .filter(contact -> isNamesake(facts, contact.name(), contact.profile()))
        .flatMap(
            contact ->
                signal(
                    facts,
                    contact.name(),
                    "your connection " + contact.name(),
                    List.of(contact.company()),
                    Worth.IMPERSONATION_NAMESAKE)
                    .stream())
        .filter(signal -> !vouched || signal.points() >= weights.of(Worth.IMPERSONATION_DISGUISED))
        .max(comparingInt(Signal::points));
  }

  private Optional<Signal> company(Facts facts) {
    var theirs = employers(facts.inviter(), facts);
    if (theirs.isEmpty()) {
      return Optional.empty();
    }
    var keys = theirs.stream().map(Employers::keys).toList();
    var policy = facts.member().policy();
    for (var known :
        List.of(policy.clients(), policy.prospects(), policy.companiesOfInterest(), ours(facts))) {
      for (var ours : known) {
        for (int i = 0; i < theirs.size(); i++) {
          if (Employers.isDisguise(keys.get(i), Employers.keys(ours))) {
            var their = theirs.get(i);
            return Optional.of(
                Signal.of(
                    SignalName.IMPERSONATION,
                    weights.of(Worth.IMPERSONATION_COMPANY),
                    "Their company, " + their + ", is spelled so that it looks like " + ours));
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Signal> sender(Facts facts) {
    return facts.invitation().origin() == Origin.UNPROVEN
        ? found(
            Worth.IMPERSONATION_UNPROVEN,
            "The mail about this invitation was not signed by LinkedIn; anybody may have written it")
        : Optional.empty();
  }

  private Optional<Signal> signal(
      Facts facts, String name, String who, List<String> employers, Worth namesake) {
    if (!PersonName.key(facts.inviter().name()).equals(PersonName.key(name))) {
      return found(
          Worth.IMPERSONATION_DISGUISED,
          "The name is spelled with other letters so that it looks like " + who);
    }
    if (employers.stream().anyMatch(employer -> claims(facts, employer))) {
      return found(
          Worth.IMPERSONATION_SAME_FIRM,
          "Bears the name and the employer of " + who + ", on another profile");
    }
    return isSomebodyElse(facts)
        ? Optional.empty()
        : found(
            namesake,
            "Bears the same name as " + who + ", on another profile; it may be a namesake");
  }

  private Optional<Signal> found(Worth worth, String evidence) {
    return Optional.of(Signal.of(SignalName.IMPERSONATION, weights.of(worth), evidence));
  }

  /** Whether a namesake leads a life elsewhere that many people know. */
  private static boolean isSomebodyElse(Facts facts) {
    var connections = facts.inviter().connections();
    return connections != null
        && connections >= CONNECTIONS_OF_A_LIFE
        && employers(facts.inviter(), facts).stream().anyMatch(Employers::isEmployer);
  }

  /** Whether the inviter works there, or where it sounds or looks like it. */
  private static boolean claims(Facts facts, String employer) {
    return employers(facts.inviter(), facts).stream()
        .anyMatch(
            theirs ->
                Employers.same(theirs, employer)
                    || Employers.isDisguise(theirs, employer)
                    || Employers.isBorrowed(theirs, employer));
  }

  private static List<String> employers(Person person, Facts facts) {
    var employers = new ArrayList<String>(2);
    for (var job : Job.current(person, facts.month())) {
      employers.add(job.company());
    }
    return employers;
  }

  private static List<String> ours(Facts facts) {
    var own = facts.member().profile();
    return own == null ? List.of() : employers(own, facts);
  }

  /** A single word is too little to be taken for somebody. */
  private static boolean isNamesake(Facts facts, String name, PersonKey profile) {
    var skeleton = PersonName.skeleton(facts.inviter().name());
    return skeleton.indexOf(' ') > 0
        && !profile.equals(facts.inviter().profile())
        && skeleton.equals(PersonName.skeleton(name));
  }
}
