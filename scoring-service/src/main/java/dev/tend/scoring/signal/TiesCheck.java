package dev.tend.scoring.signal;

import dev.tend.events.Person;
import dev.tend.events.PersonKey;
import dev.tend.scoring.name.Employers;
import dev.tend.scoring.name.PersonName;
import dev.tend.scoring.name.Text;
import dev.tend.scoring.name.Words;
import dev.tend.scoring.signal.Verification.Confirmed;
import dev.tend.scoring.signal.Verification.Open;
import dev.tend.scoring.signal.Verification.Unsupported;
import java.util.ArrayList;
import java.util.Optional;

/** Holds what a claim says about friends, clients and those in between against who is known. */
record TiesCheck(Claim claim, Facts facts) {

  Verification verified() {
    return switch (claim.kind()) {
      case FRIEND -> friend();
      case PRIVATE -> known();
      case CLIENT -> client();
      case SENT_BY -> sentBy();
      case MUTUAL -> mutual();
      case WORKED_TOGETHER, STUDIED_TOGETHER, SERVED_TOGETHER, MET -> new Open(claim.kind());
    };
  }

  /** Whether anybody stands in between. */
  static boolean isConnected(Facts facts) {
    var count = facts.invitation().mutualConnections();
    return (count != null && count > 0)
        || !facts.invitation().mutuals().isEmpty()
        || facts.colleagues().stream().anyMatch(Colleague::knowsInviter)
        || Correspondent.areAcquainted(facts);
  }

  private Verification friend() {
    var mine = facts.member().profile();
    boolean mayBe = mine == null ? !Profile.isScant(facts.inviter()) : haveSomethingInCommon(mine);
    return mayBe || isConnected(facts)
        ? new Open(claim.kind())
        : new Unsupported("Writes as a friend, but nothing known connects you");
  }

  /** Neighbours and children at the same school leave no trace in a history. */
  private Verification known() {
    var mine = facts.member().profile();
    return mine == null
            || !Profile.isScant(facts.inviter())
            || haveSomethingInCommon(mine)
            || isConnected(facts)
        ? new Open(claim.kind())
        : new Unsupported("Says " + claim.kind().words() + ", but nothing known connects you");
  }

  private boolean haveSomethingInCommon(Person mine) {
    var theirs = facts.inviter();
    return !Shared.employers(mine, theirs, facts.month()).isEmpty()
        || !Shared.schools(mine, theirs, facts.month()).isEmpty()
        || mine.volunteering().stream()
            .anyMatch(
                work ->
                    theirs.volunteering().stream()
                        .anyMatch(
                            other -> Employers.same(work.organisation(), other.organisation())));
  }

  /** A client of the member's, named in the sentence, at which the inviter works or worked. */
  private Verification client() {
    var text = claim.text();
    for (var client : facts.member().policy().clients()) {
      boolean theirs =
          facts.inviter().positions().stream()
              .anyMatch(position -> Employers.same(position.company(), client));
      if (theirs && text.mentionsEmployer(client, claim.from(), claim.to())) {
        return new Confirmed(
            "Says you worked for them at " + client + ", which is a client of yours", false);
      }
    }
    return new Open(claim.kind());
  }

  private Verification sentBy() {
    return named()
        .or(this::namedInVain)
        .orElseGet(
            () ->
                hasNobody()
                    ? new Unsupported(
                        "Says somebody you know sent them, but you have no connection in common")
                    : new Open(claim.kind()));
  }

  private Verification mutual() {
    return named()
        .orElseGet(
            () ->
                hasNobody()
                    ? new Unsupported(
                        "Says you know the same people, but you have no connection in common")
                    : new Open(claim.kind()));
  }

  /** The person whom the sentence names, when they do know the inviter. */
  private Optional<Verification> named() {
    var text = claim.text();
    for (var colleague : facts.colleagues()) {
      if (colleague.knowsInviter() && isNamed(text, colleague.name())) {
        return Optional.of(
            new Confirmed(
                "Names your colleague " + colleague.name() + ", who is connected with them", true));
      }
    }
    for (var mutual : facts.invitation().mutuals()) {
      if (text.names(nameIn(mutual), claim.from(), claim.to())) {
        return Optional.of(new Confirmed("Names a mutual connection of yours", true));
      }
    }
    return Optional.empty();
  }

  /** A colleague whom the sentence names, and of whom it is known that they do not know them. */
  private Optional<Verification> namedInVain() {
    return facts.colleagues().stream()
        .filter(colleague -> !colleague.knowsInviter())
        .map(Colleague::name)
        .filter(
            name ->
                !PersonName.key(name).equals(PersonName.key(facts.inviter().name()))
                    && claim.text().names(name, claim.from(), claim.to()))
        .findFirst()
        .map(
            name ->
                new Unsupported(
                    "Names your colleague " + name + ", who is not connected with them"));
  }

  private boolean hasNobody() {
    var count = facts.invitation().mutualConnections();
    return count != null && count == 0 && !isConnected(facts);
  }

  /** By the whole name, or by the given name with a capital. */
  private boolean isNamed(Text text, String name) {
    if (text.names(name, claim.from(), claim.to())) {
      return true;
    }
    var first = PersonName.first(name);
    return first.length() > 2 && text.mentions(first, claim.from(), claim.to());
  }

  private static String nameIn(PersonKey profile) {
    var words = new ArrayList<String>();
    for (var word : Words.of(profile.path().substring(3))) {
      if (word.folded().chars().noneMatch(Character::isDigit)) {
        words.add(word.folded());
      }
    }
    return String.join(" ", words);
  }
}
