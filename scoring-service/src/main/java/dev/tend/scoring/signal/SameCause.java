package dev.tend.scoring.signal;

import dev.tend.events.Person;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.events.Volunteering;
import dev.tend.scoring.name.Words;
import java.util.List;
import java.util.Optional;

/**
 * Both give their time to the same organisation, or one of them is paid there; or a colleague who
 * knows the inviter serves the organisation that the member serves; or both serve the same cause.
 *
 * <p>Rule: "connected through others to a charity or volunteer work you do" (the product's design).
 */
record SameCause(Weights weights, Discretion discretion) implements Rule {

  @Override
  public List<Signal> apply(Facts facts) {
    var profile = facts.member().profile();
    if (profile == null
        || (profile.volunteering().isEmpty() && facts.inviter().volunteering().isEmpty())) {
      return List.of();
    }
    return organisation(profile, facts.inviter())
        .or(() -> staff(profile, facts.inviter()))
        .or(() -> between(profile, facts.colleagues()))
        .or(() -> cause(profile, facts.inviter()))
        .map(List::of)
        .orElse(List.of());
  }

  private Optional<Signal> organisation(Person mine, Person theirs) {
    return sameOrganisation(mine.volunteering(), theirs.volunteering())
        .map(
            name ->
                Signal.of(
                    SignalName.SAME_CAUSE,
                    weights.of(Worth.SAME_CAUSE_ORGANISATION),
                    "Both give their time to " + name));
  }

  /** One of the two gives time to the organisation for which the other works. */
  private Optional<Signal> staff(Person mine, Person theirs) {
    return employer(theirs, mine)
        .map(name -> "They work for " + name + ", to which you give your time")
        .or(
            () ->
                employer(mine, theirs)
                    .map(name -> "They give their time to " + name + ", for which you work"))
        .map(
            sentence ->
                Signal.of(
                    SignalName.SAME_CAUSE, weights.of(Worth.SAME_CAUSE_ORGANISATION), sentence));
  }

  /** The organisation that pays the one and is served by the other. */
  private static Optional<String> employer(Person paid, Person unpaid) {
    for (var work : unpaid.volunteering()) {
      for (var position : paid.positions()) {
        if (position.to() == null && Charity.same(position.company(), work.organisation())) {
          return Optional.of(work.organisation());
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Signal> between(Person mine, List<Colleague> colleagues) {
    for (var colleague : colleagues) {
      if (colleague.knowsInviter()) {
        var shared = sameOrganisation(mine.volunteering(), colleague.volunteering());
        if (shared.isPresent()) {
          return Optional.of(
              Signal.of(
                  SignalName.SAME_CAUSE,
                  weights.of(Worth.SAME_CAUSE_BETWEEN),
                  Discretion.capital(discretion.colleague(colleague))
                      + ", who gives time to "
                      + shared.get()
                      + " as you do, is connected with them"));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Signal> cause(Person mine, Person theirs) {
    for (var my : mine.volunteering()) {
      for (var their : theirs.volunteering()) {
        if (!my.cause().isEmpty() && key(my.cause()).equals(key(their.cause()))) {
          return Optional.of(
              Signal.of(
                  SignalName.SAME_CAUSE,
                  weights.of(Worth.SAME_CAUSE),
                  "Both volunteer for the same cause (" + my.cause() + ")"));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> sameOrganisation(
      List<Volunteering> mine, List<Volunteering> theirs) {
    for (var my : mine) {
      for (var their : theirs) {
        if (Charity.same(my.organisation(), their.organisation())) {
          return Optional.of(my.organisation());
        }
      }
    }
    return Optional.empty();
  }

  /** The export writes {@code artsAndCulture} where the page says "Arts and Culture". */
  private static String key(String cause) {
    return Words.folded(cause).replace(" ", "");
  }
}
