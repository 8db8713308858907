package dev.tend.scoring.signal;

import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the inviter does: invites many of us, comes back after having been ignored; or is blocked.
 */
record Behaviour(Weights weights) implements Rule {
  private static final Duration WINDOW = Duration.ofDays(30);

  /** So many others before, and it looks like going through the firm. */
  private static final int MANY = 4;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  @Override
  public Stream<Signal> apply(Facts facts) {
    return Stream.of(blocked(facts), ignoredBefore(facts), massInviter(facts))
        .flatMap(Optional::stream);
  }

  private Optional<Signal> blocked(Facts facts) {
    return facts.member().policy().blocked().contains(facts.inviter().profile())
        ? Optional.of(
            Signal.of(SignalName.BLOCKED, weights.of(Worth.BLOCKED), "You have blocked them"))
        : Optional.empty();
  }

  private Optional<Signal> ignoredBefore(Facts facts) {
    var before = facts.ignoredBefore();
    if (before == null) {
      return Optional.empty();
    }
    ZoneId zone = facts.member().zone();
    var day = DAY.format(before.at().atZone(zone));
    return Optional.of(
        before.byMember()
            ? Signal.of(
                SignalName.IGNORED_BEFORE,
                weights.of(Worth.IGNORED_BEFORE),
                "You ignored an invitation of theirs on " + day)
            : Signal.of(
                SignalName.IGNORED_BEFORE,
                weights.of(Worth.IGNORED_BEFORE_BY_VERDICT),
                "An earlier invitation of theirs was ignored on " + day));
  }

  private Optional<Signal> massInviter(Facts facts) {
    if (facts.earlierByInviter().size() < MANY) {
      return Optional.empty();
    }
    var others = new HashSet<String>();
    for (var earlier : facts.earlierByInviter()) {
      boolean recent = !earlier.receivedAt().isBefore(facts.receivedAt().minus(WINDOW));
      if (recent && !earlier.member().equals(facts.member().id())) {
        others.add(earlier.member());
      }
    }
    if (others.size() < MANY) {
      return Optional.empty();
    }
    int points =
        weights.of(Worth.MASS_INVITER)
            + (others.size() - MANY) * weights.of(Worth.MASS_INVITER_MORE);
    return Optional.of(
        Signal.of(
            SignalName.MASS_INVITER,
            Math.min(
                points,
                Math.max(weights.of(Worth.MASS_INVITER), weights.of(Worth.MASS_INVITER_MOST))),
            "Invited " + (others.size() + 1) + " of you in the firm within 30 days"));
  }
}
