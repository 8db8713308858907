package dev.tend.notify.inbox;

import dev.tend.notify.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Forgets marks of events that no topic holds any more, so that the inbox does not grow for ever;
 * and erasures of which no topic holds anything any more.
 */
@ApplicationScoped
class InboxSweep {
  /** The topics keep their records for a year at most; a month more does no harm. */
  private static final Duration KEPT = Duration.ofDays(396);

  private static final Duration EVERY = Duration.ofHours(6);

  private final Jdbi database;
  private final InstantSource time;
  private @Nullable Rounds rounds;

  InboxSweep(Jdbi database, InstantSource time) {
    this.database = database;
    this.time = time;
  }

  void start(@Observes StartupEvent ready) {
    rounds = Rounds.start("inbox sweep", EVERY, this::sweep);
  }

  void stop(@Observes ShutdownEvent end) {
    if (rounds != null) {
      rounds.close();
    }
  }

  private boolean sweep() {
    database.useHandle(
        handle -> {
          handle
              .createUpdate("delete from inbox where seen_at < :before")
              .bind("before", time.instant().minus(KEPT))
              .execute();
          handle
              .createUpdate("delete from erasures where requested_at < :before")
              .bind("before", time.instant().minus(KEPT))
              .execute();
        });
    return false;
  }
}
