package dev.tend.scoring.signal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
      case WORKED_TOGETHER ->
          TogetherCheck.of(
              claim, facts, TogetherCheck.namesASchool(claim, facts) ? Venue.SCHOOL : Venue.WORK);
      case STUDIED_TOGETHER -> TogetherCheck.of(claim, facts, Venue.SCHOOL);
      case SERVED_TOGETHER -> TogetherCheck.served(claim, facts);
      case MET -> new Open(claim.kind());
      case FRIEND, PRIVATE, CLIENT, SENT_BY, MUTUAL -> new TiesCheck(claim, facts).verified();
    };
  }

  /** The first of a kind, in the order given. */
  static <T extends Verification> Optional<T> first(List<Verification> all, Class<T> kind) {
    Function<Verification, T> cast = kind::cast;
    return all.stream().filter(kind::isInstance).map(cast).findFirst();
  }
}
