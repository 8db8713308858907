package dev.tend.ingest.archive;

import dev.tend.ingest.IngestConfig;
import dev.tend.ingest.publish.BrokerAwayException;
import dev.tend.ingest.publish.Publication;
import dev.tend.ingest.publish.Publisher;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Publishes on behalf of somebody who does not wait: when the broker is away it tries again, with
 * growing pauses, until the configured patience is at its end.
 */
@Singleton
class Delivery {
  private static final Logger LOG = Logger.getLogger(Delivery.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Publisher publisher;
  private final InstantSource time;
  private final Duration patience;

  Delivery(Publisher publisher, InstantSource time, IngestConfig config) {
    this.publisher = publisher;
    this.time = time;
    patience = config.archive().patience();
  }

  /**
   * Publishes all of these; what was acknowledged is not sent again.
   *
   * @throws BrokerAwayException when patience is at its end
   */
  void publish(List<Publication> events) throws InterruptedException {
    var left = new ArrayList<>(events);
    untilDone(
        () -> {
          var missing = publisher.publish(left).missing().mapToObj(left::get).toList();
          left.clear();
          left.addAll(missing);
          if (!left.isEmpty()) {
            throw new BrokerAwayException("The broker did not acknowledge everything.");
          }
        });
  }

  /** Asks something until there is an answer. Throws as above. */
  <T> T untilTold(Supplier<T> question) throws InterruptedException {
    var answers = new ArrayList<T>(1);
    untilDone(() -> answers.add(question.get()));
    return answers.getFirst();
  }

  /** Does something until it succeeds; it must be harmless to do it again. Throws as above. */
  void untilDone(Runnable action) throws InterruptedException {
    var until = time.instant().plus(patience);
    for (var pause = FIRST_PAUSE; ; pause = longer(pause)) {
      try {
        action.run();
        return;
      } catch (BrokerAwayException away) {
        if (Thread.interrupted()) {
          throw new InterruptedException("stopped while the broker was away");
        }
        if (time.instant().plus(pause).isAfter(until)) {
          throw away;
        }
        LOG.warnf("An import waits for the broker: %s", away.sentence());
        Thread.sleep(pause.plusMillis(ThreadLocalRandom.current().nextLong(500)));
      }
    }
  }

  private static Duration longer(Duration pause) {
    var twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }
}
