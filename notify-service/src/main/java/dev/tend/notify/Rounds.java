package dev.tend.notify;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * Does the same piece of work again and again in a thread of its own: at once while there is more
 * to do, otherwise after a pause. When the work fails, as it does while the database is away, the
 * pause doubles up to {@link #LONGEST_PAUSE}; the failure is logged once, and so is its end.
 */
public final class Rounds implements AutoCloseable {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Logger LOG = Logger.getLogger(Rounds.class);

  private final String name;
  private final Duration pause;
  private final Round round;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition stopped = lock.newCondition();
  private volatile boolean stopping;

  private Rounds(String name, Duration pause, Round round) {
    this.name = name;
    this.pause = pause;
    this.round = round;
    thread = Thread.ofPlatform().name("tend-" + name).daemon().unstarted(this::run);
  }

  /** Begins. The caller closes it. */
  public static Rounds start(String name, Duration pause, Round round) {
    var rounds = new Rounds(name, pause, round);
    rounds.thread.start();
    return rounds;
  }

  private void run() {
    var wait = pause;
    while (!stopping) {
      try {
        boolean more = round.work();
        if (wait.compareTo(pause) > 0) {
          LOG.infof("The %s works again", name);
        }
        wait = pause;
        if (!more) {
          rest(wait);
        }
      } catch (InterruptedException end) {
        return;
      } catch (RuntimeException failed) {
        if (stopping) {
          return;
        }
        if (wait.equals(pause)) {
          LOG.warnf(failed, "The %s failed and will try again", name);
        }
        wait = min(wait.plus(wait), LONGEST_PAUSE);
        restAfterFailure(wait);
      }
    }
  }

  private void restAfterFailure(Duration wait) {
    try {
      rest(wait);
    } catch (InterruptedException end) {
      stopping = true;
    }
  }

  private void rest(Duration wait) throws InterruptedException {
    lock.lock();
    try {
      long left = wait.toNanos();
      while (left > 0 && !stopping) {
        left = stopped.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Lets the piece of work that is being done come to its end, and does no further one. */
  @Override
  public void close() {
    stopping = true;
    lock.lock();
    try {
      stopped.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      if (!thread.join(PATIENCE)) {
        LOG.warnf("The %s did not end within %d s and is interrupted", name, PATIENCE.toSeconds());
        thread.interrupt();
      }
    } catch (InterruptedException hurried) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  /** A piece of work. */
  @FunctionalInterface
  public interface Round {
    /** Whether there may be more to do at once. */
    boolean work() throws InterruptedException;
  }
}
