package dev.tend.scoring.policy;

import dev.tend.events.Education;
import dev.tend.events.Person;
import dev.tend.events.Position;
import dev.tend.scoring.name.Employers;
import dev.tend.scoring.name.Schools;
import dev.tend.scoring.signal.Facts;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where the two could have met: a place of the member's, best one that the inviter was at, too. */
record SharedPlaces(Facts facts) {

  /** The employer where both were at different times, else the member's last one. */
  Optional<String> employer() {
    return place(Person::positions, Position::company, Employers::same)
        .or(
            () ->
                mine(Person::positions)
                    .filter(position -> position.from() != null)
                    .map(Position::company)
                    .filter(Employers::isEmployer)
                    .findFirst());
  }

  /** The school where both were at different times, else the member's last one. */
  Optional<String> school() {
    return place(Person::education, Education::school, Schools::same)
        .or(
            () ->
                mine(Person::education)
                    .map(Education::school)
                    .filter(school -> !Schools.key(school).isEmpty())
                    .findFirst());
  }

  private <T> Optional<String> place(
      Function<Person, List<T>> places,
      Function<T, String> name,
      BiPredicate<String, String> same) {
    var own = facts.member().profile();
    if (own != null) {
      for (var mine : places.apply(own)) {
        for (var their : places.apply(facts.inviter())) {
          if (same.test(name.apply(mine), name.apply(their))) {
            return Optional.of(name.apply(mine));
          }
        }
      }
    }
    return Optional.empty();
  }

  private <T> Stream<T> mine(Function<Person, List<T>> places) {
    return Optional.ofNullable(facts.member().profile()).stream()
        .flatMap(person -> places.apply(person).stream());
  }
}
