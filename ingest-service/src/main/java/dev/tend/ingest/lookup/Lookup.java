package dev.tend.ingest.lookup;

import dev.tend.events.Invitation;
import dev.tend.events.Person;
import dev.tend.ingest.lookup.ProfileProvider.Answer;
import java.io.IOException;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Decides whether an inviter is looked up, and does it: they are scant, nobody asked about them
 * lately, and the day's budget is not spent. For one thread.
 */
final class Lookup {
  private static final Logger LOG = Logger.getLogger(Lookup.class);

  private final ProfileProvider provider;
  private final BooleanSupplier isShut;
  private final Journal journal;
  private final int perDay;
  private final Predicate<String> isWellKnown;
  private final BiConsumer<Outcome, Integer> told;

  /**
   * A look-up.
   *
   * @param isShut whether the provider is left alone at the moment
   * @param isWellKnown whether {@code tend.people} has a history of the person already
   * @param told is given every outcome and what is left of the day's budget
   */
  Lookup(
      ProfileProvider provider,
      BooleanSupplier isShut,
      Journal journal,
      int perDay,
      Predicate<String> isWellKnown,
      BiConsumer<Outcome, Integer> told) {
    this.provider = provider;
    this.isShut = isShut;
    this.journal = journal;
    this.perDay = perDay;
    this.isWellKnown = isWellKnown;
    this.told = told;
  }

  /**
   * Looks an inviter up, when there is reason to.
   *
   * @param learned is given what was learned, completed by what the invitation says; when it
   *     throws, the inviter counts as not yet looked up
   * @throws IOException when it cannot be written down that somebody was asked about
   */
  Outcome about(Invitation invitation, Instant now, Consumer<Person> learned)
      throws IOException, InterruptedException {
    var outcome = outcome(invitation, now, learned);
    told.accept(outcome, Math.max(0, perDay - journal.askedOnDayOf(now)));
    return outcome;
  }

  private Outcome outcome(Invitation invitation, Instant now, Consumer<Person> learned)
      throws IOException, InterruptedException {
    var inviter = invitation.inviter();
    var path = inviter.profile().path();
    if (!isScant(inviter) || isWellKnown.test(path)) {
      return Outcome.NOT_NEEDED;
    }
    if (journal.isAnswered(path, now)) {
      return Outcome.ASKED_BEFORE;
    }
    if (journal.askedOnDayOf(now) >= perDay) {
      return Outcome.OVER_BUDGET;
    }
    if (isShut.getAsBoolean()) {
      return Outcome.LEFT_ALONE;
    }
    journal.ask(path, now);
    try {
      var answer = provider.ask(inviter);
      if (answer instanceof Answer.Found(var person)) {
        learned.accept(person.completedBy(inviter));
      }
      journal.answer(path, now);
      return outcome(answer);
    } catch (ProviderAwayException away) {
      LOG.warnf("A look-up failed: %s", away.getMessage());
      return Outcome.FAILED;
    }
  }

  private static Outcome outcome(Answer answer) {
    return switch (answer) {
      case Answer.Found found -> Outcome.FOUND;
      case Answer.Unknown unknown -> Outcome.UNKNOWN;
      case Answer.Unusable(var why) -> {
        LOG.warnf("A look-up is of no use: %s", why);
        yield Outcome.UNUSABLE;
      }
    };
  }

  /** Nobody can be judged by such a profile: no job, no school, nothing said about themselves. */
  static boolean isScant(Person person) {
    return person.positions().isEmpty() && person.education().isEmpty() && person.about().isEmpty();
  }

  /** What came of an inviter; the label of the metric. */
  enum Outcome {
    /** The provider knows them. */
    FOUND,
    /** It does not. */
    UNKNOWN,
    /** Its answer is not what the mapping says. */
    UNUSABLE,
    /** It did not answer. */
    FAILED,
    /** Enough is known of them. */
    NOT_NEEDED,
    /** They were asked about lately. */
    ASKED_BEFORE,
    /** The day's budget is spent. */
    OVER_BUDGET,
    /** The provider failed too often just now. */
    LEFT_ALONE
  }
}
