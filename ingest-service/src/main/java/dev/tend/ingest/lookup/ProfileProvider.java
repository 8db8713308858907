package dev.tend.ingest.lookup;

import dev.tend.events.Person;

/** A source of profiles outside the firm. Thread-safe. */
interface ProfileProvider {

  /**
   * Asks about somebody; within a bounded time.
   *
   * @param known whose profile is wanted, with what is known already
   * @throws ProviderAwayException when the provider cannot answer now
   */
  Answer ask(Person known) throws ProviderAwayException, InterruptedException;

  /** What a provider says. */
  sealed interface Answer {
    /** It knows them. */
    record Found(Person person) implements Answer {}

    /** It knows nothing of them. */
    record Unknown() implements Answer {}

    /**
     * It said what cannot be used.
     *
     * @param why a sentence that quotes nothing of the answer
     */
    record Unusable(String why) implements Answer {}
  }
}
