package dev.tend.scoring.signal;

import dev.tend.events.Education;
import dev.tend.events.Person;
import dev.tend.events.PersonKey;
import dev.tend.events.Position;
import dev.tend.scoring.name.Employers;
import dev.tend.scoring.name.PersonName;
import dev.tend.scoring.name.Schools;
import dev.tend.scoring.name.Text;
import dev.tend.scoring.name.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What becomes of a claim when it is held against everything that is known. */
sealed interface Verification {

  /** The histories agree, or somebody in between bears it out. */
  record Confirmed(String sentence, boolean byPerson) implements Verification {}

  /** Nothing that is known speaks for it or against it, or there is nothing to hold it against. */
  record Open(Claim.Kind kind) implements Verification {}

  /** What is known should show it, and does not. */
  record Unsupported(String sentence) implements Verification {}

  /** What is known says otherwise. */
  record Contradicted(String sentence) implements Verification {}

  /** Holds one claim against what is known. */
  static Verification of(Claim claim, Facts facts) {
    return switch (claim.kind()) {
      case WORKED_TOGETHER -> together(claim, facts, Kindred.WORK);
      case STUDIED_TOGETHER -> together(claim, facts, Kindred.SCHOOL);
      case MET -> new Open(claim.kind());
      case FRIEND -> friend(claim, facts);
      case SENT_BY -> sentBy(claim, facts);
    };
  }

  private static Verification together(Claim claim, Facts facts, Kindred where) {
    var mine = facts.member().profile();
    if (mine == null || where.names(mine).isEmpty()) {
      return new Open(claim.kind());
    }
    var theirs = facts.inviter();
    var shared = where.shared(mine, theirs, facts);
    var said = "Says " + claim.kind().words();

    var both = shared.stream().filter(place -> where.mentions(claim, place.name())).toList();
    for (var place : both) {
      if (place.mayHaveMet()) {
        var when = place.when().map(words -> " (" + words + ")").orElse("");
        return new Confirmed(
            said + " at " + place.name() + ", and both histories agree" + when, false);
      }
    }
    if (!both.isEmpty()) {
      return new Contradicted(
          said + " at " + both.getFirst().name() + ", but you were there at different times");
    }
    var onlyMine =
        where.names(mine).stream().filter(name -> where.mentions(claim, name)).findFirst();
    if (onlyMine.isPresent()) {
      return where.names(theirs).isEmpty()
          ? new Open(claim.kind())
          : new Unsupported(said + " at " + onlyMine.get() + ", which their profile does not name");
    }
    var onlyTheirs =
        where.names(theirs).stream().filter(name -> where.mentions(claim, name)).findFirst();
    if (onlyTheirs.isPresent()) {
      return new Contradicted(
          said + " at " + onlyTheirs.get() + ", which your history does not name");
    }
    return elsewhere(claim, facts, where, shared, said);
  }

  /** The claim names no place, or one that neither history names. */
  private static Verification elsewhere(
      Claim claim, Facts facts, Kindred where, List<Shared> shared, String said) {
    var met = shared.stream().filter(place -> place.months() > 0).findFirst();
    var named = claim.text().nameBehind(claim.behind() - 1, claim.to());
    if (met.isPresent()) {
      return named.isPresent()
          ? new Open(claim.kind())
          : new Confirmed(
              said
                  + ", and you did, at "
                  + met.get().name()
                  + " ("
                  + met.get().when().orElse("")
                  + ")",
              false);
    }
    if (shared.stream().anyMatch(Shared::mayHaveMet)) {
      return new Open(claim.kind());
    }
    if (named.isPresent()) {
      return new Unsupported(said + " at " + named.get() + ", which your history does not name");
    }
    if (!where.names(facts.inviter()).isEmpty()) {
      return new Unsupported(said + ", which the two histories do not show");
    }
    return isConnected(facts)
        ? new Open(claim.kind())
        : new Unsupported(said + ", which nothing known supports");
  }

  private static Verification friend(Claim claim, Facts facts) {
    var mine = facts.member().profile();
    if (mine == null
        || isConnected(facts)
        || !Shared.employers(mine, facts.inviter(), facts.month()).isEmpty()
        || !Shared.schools(mine, facts.inviter(), facts.month()).isEmpty()) {
      return new Open(claim.kind());
    }
    return new Unsupported("Writes as a friend, but nothing known connects you");
  }

  private static Verification sentBy(Claim claim, Facts facts) {
    var text = claim.text();
    for (var colleague : facts.colleagues()) {
      if (colleague.knowsInviter() && isNamed(text, claim, colleague.name())) {
        return new Confirmed(
            "Names your colleague " + colleague.name() + ", who is connected with them", true);
      }
    }
    for (var mutual : facts.invitation().mutuals()) {
      var name = nameIn(mutual);
      if (text.names(name, claim.from(), claim.to())) {
        return new Confirmed("Names a mutual connection of yours", true);
      }
    }
    var count = facts.invitation().mutualConnections();
    return count != null && count == 0 && !isConnected(facts)
        ? new Unsupported("Says somebody you know sent them, but you have no connection in common")
        : new Open(claim.kind());
  }

  /** By the whole name, or by the given name with a capital. */
  private static boolean isNamed(Text text, Claim claim, String name) {
    if (text.names(name, claim.from(), claim.to())) {
      return true;
    }
    var first = PersonName.first(name);
    return first.length() > 2 && text.mentions(first, claim.from(), claim.to());
  }

  private static String nameIn(PersonKey profile) {
    var words = new ArrayList<String>();
    for (var word : Words.of(profile.path().substring(3))) {
      if (word.folded().chars().noneMatch(Character::isDigit)) {
        words.add(word.folded());
      }
    }
    return String.join(" ", words);
  }

  /** Whether anybody stands in between. */
  private static boolean isConnected(Facts facts) {
    var count = facts.invitation().mutualConnections();
    return (count != null && count > 0)
        || !facts.invitation().mutuals().isEmpty()
        || facts.colleagues().stream().anyMatch(Colleague::knowsInviter);
  }

  /** Where two people may have been together. */
  enum Kindred {
    WORK {
      @Override
      List<String> names(Person person) {
        return distinct(
            person.positions().stream().map(Position::company).filter(Employers::isEmployer));
      }

      @Override
      List<Shared> shared(Person mine, Person theirs, Facts facts) {
        return Shared.employers(mine, theirs, facts.month());
      }

      @Override
      boolean mentions(Claim claim, String name) {
        return claim.text().mentionsEmployer(name, claim.from(), claim.to());
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
      List<Shared> shared(Person mine, Person theirs, Facts facts) {
        return Shared.schools(mine, theirs, facts.month());
      }

      @Override
      boolean mentions(Claim claim, String name) {
        return claim.text().mentionsSchool(name, claim.from(), claim.to());
      }
    };

    /** The places in a person's history. */
    abstract List<String> names(Person person);

    /** The places in both histories. */
    abstract List<Shared> shared(Person mine, Person theirs, Facts facts);

    /** Whether the sentence of a claim mentions a place. */
    abstract boolean mentions(Claim claim, String name);

    private static List<String> distinct(Stream<String> names) {
      var seen = new HashSet<String>();
      return names.filter(seen::add).toList();
    }
  }

  /** The first of a kind, in the order given. */
  static <T extends Verification> Optional<T> first(List<Verification> all, Class<T> kind) {
    Function<Verification, T> cast = kind::cast;
    return all.stream().filter(kind::isInstance).map(cast).findFirst();
  }
}
