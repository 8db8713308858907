package dev.tend.ingest.poll;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** One source being read by a thread of its own, until it is stopped. */
final class Reading {
  private static final Logger LOG = Logger.getLogger(Reading.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private final PolledSource source;
  private final Turn turn;
  private final PollMetrics metrics;
  private final Thread thread;
  private Duration pause = FIRST_PAUSE;

  Reading(PolledSource source, Turn turn, PollMetrics metrics) {
    this.source = source;
    this.turn = turn;
    this.metrics = metrics;
    thread = Thread.ofVirtual().name("source-" + source.name()).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Asks the thread to end. */
  void stop() {
    thread.interrupt();
  }

  /** Waits for the thread to end; false when it did not in time. */
  boolean ended(Duration atMost) throws InterruptedException {
    return thread.join(atMost);
  }

  private void run() {
    try (var _ = metrics.reading(source.name())) {
      while (!Thread.interrupted()) {
        Thread.sleep(turn());
      }
    } catch (InterruptedException stopped) {
      LOG.debugf("%s is not read any more", source.name());
    }
  }

  /** One turn; the rest after it. */
  private Duration turn() throws InterruptedException {
    try {
      var rest = source.poll(turn);
      metrics.turn(source.name(), PollMetrics.Outcome.READ);
      pause = FIRST_PAUSE;
      return rest;
    } catch (SourceAwayException away) {
      endIfStopped();
      metrics.turn(source.name(), PollMetrics.Outcome.AWAY);
      var rest = away.retryAfter().orElseGet(this::longerPause);
      LOG.warnf("%s cannot be read: %s; again in %s", source.name(), away.getMessage(), rest);
      return rest;
    } catch (RuntimeException fault) {
      endIfStopped();
      metrics.turn(source.name(), PollMetrics.Outcome.FAILED);
      var rest = longerPause();
      LOG.errorf(fault, "Tend failed at %s; again in %s", source.name(), rest);
      return rest;
    }
  }

  /** What goes wrong while the thread is being stopped is no failure. */
  private static void endIfStopped() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /** Doubles each time; up to a quarter is chance, so that not all sources come back at once. */
  private Duration longerPause() {
    var now = pause;
    var twice = pause.multipliedBy(2);
    pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    return now.plusMillis(ThreadLocalRandom.current().nextLong(now.toMillis() / 4));
  }
}
