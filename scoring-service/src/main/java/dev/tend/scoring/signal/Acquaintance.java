package dev.tend.scoring.signal;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who stands in between: mutual connections by number, colleagues by name.
 *
 * <p>A mutual friend tripled the acceptance even of fakes (Boshmaf et al. 2011), so a number of
 * strangers counts little, and doubling it adds always the same; a colleague who can be asked
 * counts more.
 */
record Acquaintance(Weights weights) implements Rule {

  @Override
  public Stream<Signal> apply(Facts facts) {
    return Stream.of(mutuals(facts), colleagues(facts)).flatMap(Optional::stream);
  }

  private Optional<Signal> mutuals(Facts facts) {
    var invitation = facts.invitation();
    var told = invitation.mutualConnections();
    int count = Math.max(told == null ? 0 : told, invitation.mutuals().size());
    if (count == 0) {
      return Optional.empty();
    }
    double doublings = Math.log1p(count) / Math.log(2);
    long points = Math.round(weights.of(Worth.MUTUAL_CONNECTIONS_PER_DOUBLING) * doublings);
    return Optional.of(
        Signal.of(
            SignalName.MUTUAL_CONNECTIONS,
            (int) Math.min(points, weights.of(Worth.MUTUAL_CONNECTIONS_MOST)),
            count == 1 ? "1 mutual connection" : count + " mutual connections"));
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
    var since = knowing.getFirst().since();
    boolean isLong =
        since != null
            && !since
                .plusYears(1)
                .isAfter(facts.receivedAt().atOffset(ZoneOffset.UTC).toLocalDate());
    int points =
        weights.of(Worth.COLLEAGUE)
            + (knowing.size() - 1) * weights.of(Worth.COLLEAGUE_MORE)
            + (isLong ? weights.of(Worth.COLLEAGUE_LONG) : 0);
    return Optional.of(
        Signal.of(
            SignalName.COLLEAGUE_KNOWS_THEM,
            Math.min(
                points, Math.max(weights.of(Worth.COLLEAGUE), weights.of(Worth.COLLEAGUE_MOST))),
            sentence(knowing)));
  }

  private static String sentence(List<Colleague> knowing) {
    var first = knowing.getFirst();
    var since = first.since() == null ? "" : " since " + first.since().getYear();
    if (knowing.size() == 1) {
      return since.isEmpty()
          ? "Your colleague " + first.name() + " is connected with them"
          : "Your colleague " + first.name() + " has been connected with them" + since;
    }
    var names = first.name() + (knowing.size() == 2 ? " and " : ", ") + knowing.get(1).name();
    int rest = knowing.size() - 2;
    var others = rest == 0 ? "" : rest == 1 ? " and 1 other" : " and " + rest + " others";
    return "Your colleagues "
        + names
        + others
        + " are connected with them"
        + (since.isEmpty() ? "" : ", " + first.name() + since);
  }
}
