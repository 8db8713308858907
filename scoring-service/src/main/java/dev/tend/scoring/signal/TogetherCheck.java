package dev.tend.scoring.signal;

import dev.tend.events.Person;
import dev.tend.events.Volunteering;
import dev.tend.scoring.name.Employers;
import dev.tend.scoring.signal.Verification.Confirmed;
import dev.tend.scoring.signal.Verification.Contradicted;
import dev.tend.scoring.signal.Verification.Open;
import dev.tend.scoring.signal.Verification.Unsupported;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Holds "we worked together at Deloitte in 2011" against both histories: the place, and the years.
 *
 * @param mine the member's own profile
 * @param years that the claim names, mostly none
 */
record TogetherCheck(Claim claim, Facts facts, Venue venue, Person mine, List<Integer> years) {

  /** Memory is a year off, and nobody is a liar for it. */
  private static final int MEMORY = 1;

  /** Behind these stands a place of work or learning, and not a town. */
  private static final Set<String> AT = Set.of("at", "chez", "bei", "beim");

  /** Whether the place that a claim names is a school of either, and no employer of either. */
  static boolean namesASchool(Claim claim, Facts facts) {
    var mine = facts.member().profile();
    return mine != null
        && !isMentioned(claim, Venue.WORK, mine)
        && !isMentioned(claim, Venue.WORK, facts.inviter())
        && (isMentioned(claim, Venue.SCHOOL, mine)
            || isMentioned(claim, Venue.SCHOOL, facts.inviter()));
  }

  private static boolean isMentioned(Claim claim, Venue venue, Person person) {
    return venue.names(person).stream().anyMatch(name -> venue.mentions(claim, name));
  }

  static Verification of(Claim claim, Facts facts, Venue venue) {
    var mine = facts.member().profile();
    if (mine == null || venue.names(mine).isEmpty()) {
      return new Open(claim.kind());
    }
    return new TogetherCheck(claim, facts, venue, mine, ClaimedYears.of(claim)).verified();
  }

  /** Unpaid work is often left out of a profile, so it confirms and is never held against. */
  static Verification served(Claim claim, Facts facts) {
    var mine = facts.member().profile();
    return mine == null
        ? new Open(claim.kind())
        : sharedCause(claim, mine, facts.inviter())
            .<Verification>map(
                name ->
                    new Confirmed(
                        "Says "
                            + claim.kind().words()
                            + " at "
                            + name
                            + ", and both profiles agree",
                        false))
            .orElseGet(() -> new Open(claim.kind()));
  }

  private static Optional<String> sharedCause(Claim claim, Person mine, Person theirs) {
    return causes(claim, mine)
        .filter(
            name ->
                theirs.volunteering().stream()
                    .anyMatch(work -> Employers.same(work.organisation(), name)))
        .findFirst();
  }

  private static Stream<String> causes(Claim claim, Person person) {
    return person.volunteering().stream()
        .map(Volunteering::organisation)
        .filter(name -> claim.text().mentionsEmployer(name, claim.from(), claim.to()));
  }

  private Verification verified() {
    var shared = venue.shared(mine, facts);
    var named = shared.stream().filter(place -> venue.mentions(claim, place.name())).toList();
    if (!named.isEmpty()) {
      return at(named);
    }
    if (causes(claim, mine).findAny().isPresent()) {
      return served(claim, facts);
    }
    var theirs = facts.inviter();
    var onlyMine = mentioned(mine);
    if (onlyMine.isPresent()) {
      return venue.names(theirs).isEmpty() && !Profile.tellsItsHistory(theirs)
          ? new Open(claim.kind())
          : new Unsupported(
              said() + " at " + onlyMine.get() + ", which their profile does not name");
    }
    var onlyTheirs = mentioned(theirs);
    if (onlyTheirs.isPresent()) {
      return isClient(onlyTheirs.get())
          ? new Open(claim.kind())
          : new Contradicted(
              said() + " at " + onlyTheirs.get() + ", which your history does not name");
    }
    return elsewhere(shared);
  }

  /** At a place, or places, that the claim names and both histories show. */
  private Verification at(List<Shared> named) {
    Optional<Shared> otherYears = Optional.empty();
    for (var place : named) {
      if (place.mayHaveMet()) {
        if (wrongYear(place).isEmpty()) {
          var when = place.when().map(words -> " (" + words + ")").orElse("");
          return new Confirmed(
              said() + " at " + place.name() + ", and both histories agree" + when, false);
        }
        otherYears = Optional.of(place);
      }
    }
    return otherYears.isPresent()
        ? contradicted(otherYears.get())
        : new Contradicted(
            said() + " at " + named.getFirst().name() + ", but you were there at different times");
  }

  private Verification contradicted(Shared place) {
    return new Contradicted(
        said()
            + " at "
            + place.name()
            + " in "
            + wrongYear(place).orElseThrow()
            + ", but "
            + place
                .when()
                .map(words -> "both of you were there " + words)
                .orElse("not both of you were there then"));
  }

  /** The claim names no place, or one that neither history names. */
  private Verification elsewhere(List<Shared> shared) {
    var named = claim.text().nameBehind(claim.behind() - 1, claim.to());
    var met = shared.stream().filter(place -> place.months() > 0).toList();
    if (!met.isEmpty()) {
      if (named.isPresent()) {
        return new Open(claim.kind());
      }
      for (var place : met) {
        if (wrongYear(place).isEmpty()) {
          return new Confirmed(
              said() + ", and you did, at " + place.name() + " (" + place.when().orElse("") + ")",
              false);
        }
      }
      return shared.stream().allMatch(place -> wrongYear(place).isPresent())
          ? contradicted(met.getFirst())
          : new Open(claim.kind());
    }
    if (shared.stream().anyMatch(Shared::mayHaveMet)) {
      return new Open(claim.kind());
    }
    var theirs = facts.inviter();
    if (named.isPresent() && isClient(named.get())) {
      return new Open(claim.kind());
    }
    if (named.isPresent() && isBehindAt(named.get())) {
      return new Unsupported(said() + " at " + named.get() + ", which your history does not name");
    }
    if (!venue.names(theirs).isEmpty()) {
      return new Unsupported(said() + ", which the two histories do not show");
    }
    return Profile.isScant(theirs) && !TiesCheck.isConnected(facts)
        ? new Unsupported(said() + ", which nothing known supports")
        : new Open(claim.kind());
  }

  private String said() {
    return "Says "
        + (venue == Venue.SCHOOL
            ? Claim.Kind.STUDIED_TOGETHER.words()
            : Claim.Kind.WORKED_TOGETHER.words());
  }

  private Optional<String> mentioned(Person person) {
    return venue.names(person).stream().filter(name -> venue.mentions(claim, name)).findFirst();
  }

  /** Consultants work at their clients', which no history names. */
  private boolean isClient(String name) {
    return facts.member().policy().clients().stream()
        .anyMatch(client -> Employers.same(client, name));
  }

  private boolean isBehindAt(String name) {
    int start = claim.text().raw().indexOf(name);
    for (int i = claim.from() + 1; i < claim.to(); i++) {
      if (claim.text().words().get(i).start() == start) {
        return AT.contains(claim.text().words().get(i - 1).folded());
      }
    }
    return false;
  }

  /** A claimed year in which one of the two was surely not there. */
  private OptionalInt wrongYear(Shared place) {
    return years.stream()
        .mapToInt(year -> year)
        .filter(
            year ->
                isAbsent(mine, place.name(), year) || isAbsent(facts.inviter(), place.name(), year))
        .findFirst();
  }

  private boolean isAbsent(Person person, String place, int year) {
    var stays = venue.stays(person, place).toList();
    return !stays.isEmpty() && stays.stream().noneMatch(stay -> mayCover(stay, year));
  }

  private static boolean mayCover(Span stay, int year) {
    var from = stay.from();
    var to = stay.to();
    return (from == null || from.year() - MEMORY <= year)
        && (to == null || to.year() + MEMORY >= year);
  }
}
