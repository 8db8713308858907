package dev.tend.notify.inbox;

import dev.tend.events.DeadLetter;
import dev.tend.events.DeadLetter.Reason;
import dev.tend.events.Decoded;
import dev.tend.events.RefusedException;
import dev.tend.events.Topic;
import dev.tend.events.kafka.DeadLetters;
import dev.tend.notify.publish.Outgoing;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes in records so that each has its effect exactly once. A batch is one transaction: the marks
 * of its events, their effects and the dead letters of its unreadable records. Only then does the
 * caller commit the offsets; after a crash in between the records come again and are recognised.
 *
 * <p>While the database is away a batch waits here, for as long as it takes. When a batch fails
 * because of an event, its events are taken one by one, and the one that fails becomes a dead
 * letter. When too many fail the fault is ours: the stream stops, and the health check says so.
 */
@ApplicationScoped
public class Intake {
  private static final String SERVICE = "notify-service";
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  /**
   * How often one event that takes too long is tried, each time as long as a statement may take.
   */
  private static final int TRIES_WHEN_SLOW = 3;

  /** More events of one batch than this are not wrong for reasons of their own. */
  private static final int MOST_FAILURES = 50;

  private static final Logger LOG = Logger.getLogger(Intake.class);

  private final Jdbi database;
  private final InstantSource time;
  private final CountDownLatch stopping = new CountDownLatch(1);

  Intake(Jdbi database, InstantSource time) {
    this.database = database;
    this.time = time;
  }

  void stop(@Observes ShutdownEvent end) {
    stopping.countDown();
  }

  /**
   * Takes in a batch.
   *
   * @throws IllegalStateException when this service is stopping, or cannot go on; nothing of what
   *     is missing may be committed then
   */
  <T> void take(Shelf<T> shelf, Iterable<ConsumerRecord<String, byte[]>> records) {
    var events = new ArrayList<Event<T>>();
    var dead = new ArrayList<DeadLetter>();
    for (var record : records) {
      read(shelf, record, events, dead);
    }
    if (keptTogether(shelf, events, dead)) {
      return;
    }
    int failures = 0;
    for (var event : events) {
      failures += takenAlone(shelf, event) ? 0 : 1;
      if (failures > MOST_FAILURES) {
        throw new IllegalStateException(
            "More than %d events of one batch of %s failed: look for a fault in notify-service or its database"
                .formatted(MOST_FAILURES, shelf.topic().fullName()));
      }
    }
  }

  private <T> void read(
      Shelf<T> shelf,
      ConsumerRecord<String, byte[]> record,
      List<Event<T>> events,
      List<DeadLetter> dead) {
    switch (shelf.read(record)) {
      case Decoded.Value<T>(var value) -> {
        var refusal = shelf.refusal(value);
        if (refusal.isPresent()) {
          dead.add(letter(record, Reason.INVALID, refusal.get().sentence(), 1));
        } else if (shelf.key(value).filter(key -> !key.equals(record.key())).isPresent()) {
          dead.add(letter(record, Reason.MISPLACED, "The key does not belong to the value", 1));
        } else {
          events.add(Event.of(record, value));
        }
      }
      case Decoded.Refused<T>(var reason, var refusal) ->
          dead.add(letter(record, reason, refusal.sentence(), 1));
    }
  }

  private DeadLetter letter(
      ConsumerRecord<String, byte[]> record, Reason reason, String detail, int attempts) {
    var origin = new DeadLetters.Origin(record.topic(), record.partition(), record.offset());
    return DeadLetters.of(
        reason,
        detail,
        SERVICE,
        origin,
        attempts,
        time.instant(),
        record.key(),
        record.value(),
        record.headers());
  }

  /** Whether the batch could be kept as a whole; it is not when an event stands in the way. */
  private <T> boolean keptTogether(Shelf<T> shelf, List<Event<T>> events, List<DeadLetter> dead) {
    var pause = FIRST_PAUSE;
    while (true) {
      try {
        keep(shelf, events, dead);
        return true;
      } catch (RuntimeException failed) {
        if (Trouble.of(failed) != Trouble.OUTAGE) {
          if (events.isEmpty()) {
            throw failed;
          }
          LOG.warnf(
              "A batch of %d from %s failed and is taken one by one",
              events.size(), shelf.topic().fullName());
          keepDead(shelf, dead);
          return false;
        }
        pause = waited(shelf.topic(), pause, failed);
      }
    }
  }

  /** Whether nothing went wrong: an event is kept then, or refused for what it says. */
  private <T> boolean takenAlone(Shelf<T> shelf, Event<T> event) {
    var pause = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      try {
        keep(shelf, List.of(event), List.of());
        return true;
      } catch (RefusedException refused) {
        var sentence = refused.refusal().sentence();
        keepDead(shelf, List.of(letter(event.record(), Reason.INVALID, sentence, 1)));
        return true;
      } catch (RuntimeException failed) {
        var trouble = Trouble.of(failed);
        if (trouble == Trouble.EVENT || (trouble == Trouble.SLOW && attempt >= TRIES_WHEN_SLOW)) {
          bury(shelf, event, trouble, attempt, failed);
          return false;
        }
        pause = waited(shelf.topic(), pause, failed);
      }
    }
  }

  private <T> void bury(
      Shelf<T> shelf, Event<T> event, Trouble trouble, int attempts, RuntimeException failed) {
    LOG.errorf(failed, "%s could not be processed and becomes a dead letter", event);
    var letter =
        trouble == Trouble.SLOW
            ? letter(event.record(), Reason.TIMED_OUT, "It took too long", attempts)
            : letter(event.record(), Reason.FAILED, failed.getClass().getSimpleName(), attempts);
    keepDead(shelf, List.of(letter));
  }

  private void keepDead(Shelf<?> shelf, List<DeadLetter> dead) {
    if (!dead.isEmpty()) {
      var _ = keptTogether(shelf, List.of(), dead);
    }
  }

  private <T> void keep(Shelf<T> shelf, List<Event<T>> events, List<DeadLetter> dead) {
    database.useTransaction(
        transaction -> {
          var fresh = Marks.fresh(transaction, shelf.topic(), events, time.instant());
          if (!fresh.isEmpty()) {
            shelf.keep(transaction, fresh);
          }
          for (var letter : dead) {
            Outgoing.add(
                transaction,
                Topic.DEAD_LETTERS,
                letter.key(),
                letter.origin(),
                letter.at(),
                letter);
          }
        });
  }

  private Duration waited(Topic topic, Duration pause, RuntimeException failed) {
    if (pause.equals(FIRST_PAUSE)) {
      LOG.warnf(failed, "Records of %s wait for the database", topic.fullName());
    }
    try {
      if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("stopped before these records were kept", failed);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped before these records were kept", failed);
    }
    var longer = pause.plus(pause);
    return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
  }
}
