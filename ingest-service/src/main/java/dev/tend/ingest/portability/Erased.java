package dev.tend.ingest.portability;

import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Erasure;
import dev.tend.events.PersonKey;
import dev.tend.events.Topic;
import dev.tend.ingest.publish.BrokerAwayException;
import dev.tend.ingest.view.Views;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who was erased. */
@FunctionalInterface
interface Erased {

  /**
   * Whether a person was erased at that moment or later.
   *
   * @throws BrokerAwayException when nobody can say
   */
  boolean isErased(PersonKey person, Instant since);

  /** As {@code tend.erasures} has it, which names nobody: each answer costs a hash for each. */
  static Erased onTopic(Views views) {
    Map<String, Erasure> erasures = new ConcurrentHashMap<>();
    var view =
        views.follow(
            Topic.ERASURES,
            record -> {
              if (record.value() != null
                  && Codec.TOPIC.read(record.value(), Erasure.class)
                      instanceof Decoded.Value<Erasure>(var erasure)) {
                erasures.put(erasure.receipt(), erasure);
              }
            });
    return (person, since) -> {
      if (!view.caughtUp()) {
        throw new BrokerAwayException("The erasures are still being read. Try again soon.");
      }
      return erasures.values().stream()
          .filter(erasure -> !erasure.requestedAt().isBefore(since))
          .anyMatch(erasure -> erasure.people().test(person.path()));
    };
  }
}
