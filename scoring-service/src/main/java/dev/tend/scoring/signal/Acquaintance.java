package dev.tend.scoring.signal;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who stands in between: mutual connections by number, acquaintances at the inviter's company,
 * colleagues by name.
 *
 * <p>A mutual friend tripled the acceptance even of fakes (Boshmaf et al. 2011), so a number of
 * strangers counts little, and doubling it adds always the same; a colleague who can be asked
 * counts more. A colleague who connected with them just now counts little: whoever goes through a
 * firm finds somebody who accepts, and next day is "connected with a colleague of yours".
 */
record Acquaintance(Weights weights, Discretion discretion) implements Rule {

  @Override
  public List<Signal> apply(Facts facts) {
    return Rule.found(inCommon(facts), colleagues(facts));
  }

  private Optional<Signal> inCommon(Facts facts) {
    var invitation = facts.invitation();
    var told = invitation.mutualConnections();
    int mutuals = Math.max(told == null ? 0 : told, invitation.mutuals().size());
    var circle = facts.circles().stream().max(comparingInt(Circle::people));
    if (mutuals == 0 && circle.isEmpty()) {
      return Optional.empty();
    }
    var sentences = new ArrayList<String>(2);
    int points = 0;
    if (mutuals > 0) {
      sentences.add(mutuals == 1 ? "1 mutual connection" : mutuals + " mutual connections");
      points =
          weights.of(Worth.MUTUAL_CONNECTIONS)
              + doubled(
                  (mutuals - 1) / 2.0,
                  Worth.MUTUAL_CONNECTIONS_PER_DOUBLING,
                  Worth.MUTUAL_CONNECTIONS_MOST);
    }
    if (circle.isPresent()) {
      var known = discretion.known(circle.get());
      sentences.add(mutuals == 0 ? Discretion.capital(known) : known);
      points +=
          doubled(
              circle.get().people(),
              Worth.MUTUAL_CONNECTIONS_CIRCLE,
              Worth.MUTUAL_CONNECTIONS_CIRCLE_MOST);
    }
    return Optional.of(
        Signal.of(
            SignalName.MUTUAL_CONNECTIONS,
            Math.min(points, weights.of(Worth.MUTUAL_CONNECTIONS_MOST)),
            String.join("; ", sentences)));
  }

  /** So many points for each doubling: a number of 1 is one doubling, of 3 two. */
  private int doubled(double number, Worth each, Worth most) {
    double doublings = Math.log1p(number) / Math.log(2);
    return (int) Math.min(Math.round(weights.of(each) * doublings), weights.of(most));
  }

  private Optional<Signal> colleagues(Facts facts) {
    if (facts.colleagues().isEmpty()) {
      return Optional.empty();
    }
    var knowing = new ArrayList<Colleague>(facts.colleagues());
    knowing.removeIf(colleague -> !colleague.knowsInviter());
    if (knowing.isEmpty()) {
      return Optional.empty();
    }
    knowing.sort(
        comparing(Colleague::since, nullsLast(naturalOrder())).thenComparing(Colleague::name));
    return Optional.of(
        Signal.of(
            SignalName.COLLEAGUE_KNOWS_THEM,
            points(knowing, facts),
            discretion.connected(knowing)));
  }

  private int points(List<Colleague> knowing, Facts facts) {
    int vouching =
        (int) knowing.stream().filter(colleague -> colleague.vouches(facts.receivedAt())).count();
    if (vouching == 0) {
      return weights.of(Worth.COLLEAGUE_JUST_NOW);
    }
    var today = facts.receivedAt().atOffset(ZoneOffset.UTC).toLocalDate();
    int points =
        weights.of(Worth.COLLEAGUE)
            + (vouching - 1) * weights.of(Worth.COLLEAGUE_MORE)
            + (isLong(knowing.getFirst().since(), today) ? weights.of(Worth.COLLEAGUE_LONG) : 0);
    return Math.min(
        points, Math.max(weights.of(Worth.COLLEAGUE), weights.of(Worth.COLLEAGUE_MOST)));
  }

  private static boolean isLong(@Nullable LocalDate since, LocalDate today) {
    return since != null && !since.plusYears(1).isAfter(today);
  }
}
