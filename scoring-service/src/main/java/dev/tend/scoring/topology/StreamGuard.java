package dev.tend.scoring.topology;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/**
 * Says what becomes of a thread that died. A broken environment, such as a broker that went away in
 * the middle of a transaction, gets a new thread; an error of our own, or a thread that dies again
 * and again, ends the stream, which health then tells.
 */
@ApplicationScoped
public class StreamGuard implements StreamsUncaughtExceptionHandler {
  private static final Logger LOG = Logger.getLogger(StreamGuard.class);
  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int MOST_NEW_THREADS = 20;

  private final InstantSource clock;
  private final ArrayDeque<Instant> replaced = new ArrayDeque<>();

  /** A guard of all threads of this service. */
  public StreamGuard(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public StreamThreadExceptionResponse handle(Throwable died) {
    if (caused(died, FailureBrake.StoppedException.class)) {
      LOG.error(
          "The stream stops: too many records failed. Mend the cause and start again; nothing is lost.");
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    if (caused(died, FencedInstanceIdException.class)) {
      LOG.error(
          "The stream stops: another instance has the same name. Set tend.scoring.instance to a name of its own.");
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    if (tooMany(clock.instant())) {
      LOG.errorf(
          died, "The stream stops: more than %d threads died within %s.", MOST_NEW_THREADS, WINDOW);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    LOG.warnf("A thread of the stream died of %s; another takes over.", root(died));
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  private synchronized boolean tooMany(Instant now) {
    while (!replaced.isEmpty() && replaced.peekFirst().isBefore(now.minus(WINDOW))) {
      replaced.removeFirst();
    }
    replaced.addLast(now);
    return replaced.size() > MOST_NEW_THREADS;
  }

  private static boolean caused(Throwable died, Class<? extends Throwable> kind) {
    for (Throwable cause = died; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private static String root(Throwable died) {
    Throwable root = died;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getName();
  }
}
