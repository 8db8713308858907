package dev.tend.scoring.signal;

import dev.tend.events.Education;
import dev.tend.events.Person;
import dev.tend.events.Position;
import dev.tend.scoring.name.Employers;
import dev.tend.scoring.name.Schools;
import dev.tend.scoring.name.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where two people may have been together for years: at work, or at school. */
enum Venue {
  WORK {
    @Override
    List<String> names(Person person) {
      return distinct(
          person.positions().stream().map(Position::company).filter(Employers::isEmployer));
    }

    @Override
    List<Shared> shared(Person mine, Facts facts) {
      return Shared.employers(mine, facts.inviter(), facts.month());
    }

    @Override
    Stream<Span> stays(Person person, String name) {
      return person.positions().stream()
          .filter(position -> Employers.same(position.company(), name))
          .map(position -> new Span(position.from(), position.to()));
    }

    @Override
    boolean mentions(Claim claim, String name) {
      return claim.text().mentionsEmployer(name, claim.from(), claim.to())
          || named(claim).filter(other -> Employers.same(other, name)).isPresent();
    }
  },
  SCHOOL {
    @Override
    List<String> names(Person person) {
      return distinct(
          person.education().stream()
              .map(Education::school)
              .filter(school -> !Schools.key(school).isEmpty()));
    }

    @Override
    List<Shared> shared(Person mine, Facts facts) {
      return Shared.schools(mine, facts.inviter(), facts.month());
    }

    @Override
    Stream<Span> stays(Person person, String name) {
      return person.education().stream()
          .filter(time -> Schools.same(time.school(), name))
          .map(time -> new Span(time.from(), time.to()));
    }

    @Override
    boolean mentions(Claim claim, String name) {
      // who says "from Rotman" to a former classmate need not say "School of Management"
      if (claim.text().mentionsSchool(name, claim.from(), claim.to())
          || named(claim).filter(other -> Schools.same(other, name)).isPresent()) {
        return true;
      }
      var first = Words.of(name).getFirst().folded();
      return first.length() >= SHORTEST_SCHOOL
          && !OF_ANY_SCHOOL.contains(first)
          && claim.text().mentions(first, claim.behind(), claim.to());
    }
  };

  private static final int SHORTEST_SCHOOL = 4;

  private static final Set<String> OF_ANY_SCHOOL =
      Set.of(
          "university",
          "universite",
          "universitat",
          "universidad",
          "universidade",
          "universita",
          "college",
          "school",
          "institute",
          "institut",
          "instituto",
          "ecole",
          "escuela",
          "escola",
          "technical",
          "technische",
          "national",
          "royal",
          "saint",
          "high",
          "hochschule",
          "faculty",
          "faculdade",
          "facultad",
          "business",
          "state",
          "collegiate",
          "lycee",
          "cegep");

  /** The places in a person's history. */
  abstract List<String> names(Person person);

  /** The places in the member's history and in the inviter's. */
  abstract List<Shared> shared(Person mine, Facts facts);

  /** A person's times at one place. */
  abstract Stream<Span> stays(Person person, String name);

  /** Whether the sentence of a claim mentions a place. */
  abstract boolean mentions(Claim claim, String name);

  /** What stands behind the claim, such as a school's name in another language. */
  private static Optional<String> named(Claim claim) {
    return claim.text().nameBehind(claim.behind() - 1, claim.to());
  }

  private static List<String> distinct(Stream<String> names) {
    var seen = new HashSet<String>();
    return names.filter(seen::add).toList();
  }
}
