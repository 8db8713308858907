package dev.tend.scoring.signal;

import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.events.VerdictRule;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the inviter does: invites many of us, alone or as one of several profiles that speak with
 * one voice; comes back after having been ignored; or is blocked.
 *
 * <p>A profile that a model wrote is complete, has a portrait and no gap; what betrays it is that
 * it is not the only one (44 % of hand-made fakes share a text with another, Ayoobi et al. 2023).
 */
record Behaviour(Weights weights) implements Rule {
  /** How long a going through the firm is remembered, and what is newer proves nothing. */
  static final Duration WINDOW = Duration.ofDays(30);

  /** So many others before, and it looks like going through the firm. */
  private static final int MANY = 4;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  @Override
  public List<Signal> apply(Facts facts) {
    return Rule.found(blocked(facts), ignoredBefore(facts), massInviter(facts));
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
    var sentences = new ArrayList<String>(2);
    int points = 0;
    int others = othersInvited(facts);
    if (others >= MANY) {
      points =
          Math.min(
              weights.of(Worth.MASS_INVITER)
                  + (others - MANY) * weights.of(Worth.MASS_INVITER_MORE),
              Math.max(weights.of(Worth.MASS_INVITER), weights.of(Worth.MASS_INVITER_ALONE)));
      sentences.add("Invited " + (others + 1) + " of you in the firm within 30 days");
    }
    var echo = Echo.of(Echo.Kind.ABOUT, facts);
    if (echo.isPresent()) {
      points += echo.get().points(facts, weights);
      var says = "says nearly the same about themselves as " + echo.get().others();
      sentences.add(sentences.isEmpty() ? Discretion.capital(says) : says);
    }
    return sentences.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Signal.of(
                SignalName.MASS_INVITER,
                Math.min(points, VerdictRule.CAP),
                String.join("; ", sentences)));
  }

  private static int othersInvited(Facts facts) {
    if (facts.earlierByInviter().size() < MANY) {
      return 0;
    }
    var others = new HashSet<String>();
    for (var earlier : facts.earlierByInviter()) {
      boolean recent = !earlier.receivedAt().isBefore(facts.receivedAt().minus(WINDOW));
      if (recent && !earlier.member().equals(facts.member().id())) {
        others.add(earlier.member());
      }
    }
    return others.size();
  }
}
