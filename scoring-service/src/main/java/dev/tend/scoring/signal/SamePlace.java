package dev.tend.scoring.signal;

import dev.tend.events.Person;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.scoring.name.Place;
import java.util.List;

/** Both live in the same town. A hint that they might meet, and no more. */
record SamePlace(Weights weights) implements Rule {

  @Override
  public List<Signal> apply(Facts facts) {
    var mine = facts.member().profile();
    if (mine == null || mine.location().isEmpty() || facts.inviter().location().isEmpty()) {
      return List.of();
    }
    var here = Place.of(mine.location());
    var there = Place.of(facts.inviter().location());
    if (here.town().isEmpty()
        || !here.town().equals(there.town())
        || differ(country(mine, here), country(facts.inviter(), there))) {
      return List.of();
    }
    return List.of(
        Signal.of(
            SignalName.SAME_PLACE, weights.of(Worth.SAME_PLACE), "Both live in " + here.shown()));
  }

  /** Where somebody lives, as far as the profile says: its own field, else its location. */
  static String country(Person person, Place place) {
    return person.country().isEmpty() ? place.country() : person.country();
  }

  private static boolean differ(String one, String other) {
    return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
  }
}
