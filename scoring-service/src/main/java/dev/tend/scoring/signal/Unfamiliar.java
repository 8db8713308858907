package dev.tend.scoring.signal;

import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.scoring.name.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where somebody lives and which language they write: weak and unfair evidence, so it counts only
 * against what the member has listed, at most 20 points together, and never decides (see {@link
 * dev.tend.events.VerdictRule}).
 */
record Unfamiliar(Weights weights) implements Rule {

  @Override
  public List<Signal> apply(Facts facts) {
    return Rule.found(place(facts), language(facts));
  }

  private Optional<Signal> place(Facts facts) {
    var countries = facts.member().policy().countries();
    if (countries.isEmpty()) {
      return Optional.empty();
    }
    var there = SamePlace.country(facts.inviter(), Place.of(facts.inviter().location()));
    if (there.isEmpty() || countries.contains(there)) {
      return Optional.empty();
    }
    return Optional.of(
        Signal.of(
            SignalName.FAR_AWAY,
            weights.of(Worth.FAR_AWAY),
            "Lives in "
                + Locale.of("", there).getDisplayCountry(Locale.ENGLISH)
                + ", outside the countries that you work in"));
  }

  private Optional<Signal> language(Facts facts) {
    var read = facts.member().languages();
    if (read.isEmpty()) {
      return Optional.empty();
    }
    var inviter = facts.inviter();
    var profile = inviter.headline() + ".\n" + inviter.about();
    return unread(profile, read)
        .map(language -> "The profile is written in " + language + ", which you do not list")
        .or(
            () ->
                unread(facts.invitation().note(), read)
                    .map(
                        language ->
                            "The note is written in " + language + ", which you do not list"))
        .map(
            sentence ->
                Signal.of(
                    SignalName.UNFAMILIAR_LANGUAGE,
                    weights.of(Worth.UNFAMILIAR_LANGUAGE),
                    sentence));
  }

  private static Optional<String> unread(String text, List<String> read) {
    return Tongue.of(text).filter(tongue -> !tongue.isAmong(read)).map(Tongue::shown);
  }
}
