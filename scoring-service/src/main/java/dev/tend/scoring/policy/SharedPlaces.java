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
    return mine(places)
        .map(name)
        .filter(
            mine ->
                places.apply(facts.inviter()).stream()
                    .anyMatch(their -> same.test(mine, name.apply(their))))
        .findFirst();
  }

  private <T> Stream<T> mine(Function<Person, List<T>> places) {
    return Optional.ofNullable(facts.member().profile()).stream()
        .flatMap(person -> places.apply(person).stream());
  }
}
