package dev.tend.notify.inbox;

import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import dev.tend.notify.erasure.StillSendingException;
import java.sql.SQLException;

/** What an exception while handling events says about its cause. */
enum Trouble {
  /** The world is not as it should be, whatever the events say: try again until it is. */
  OUTAGE,
  /** It took too long: a lock, an overloaded database, or these events. */
  SLOW,
  /** Something is wrong with an event, or with our code for it. */
  EVENT;

  private static final String QUERY_CANCELLED = "57014";

  static Trouble of(Throwable thrown) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof TaskInstanceCurrentlyExecutingException
          || cause instanceof StillSendingException) {
        return OUTAGE; // a digest is being made at this moment, or a mail sent
      }
      if (cause instanceof SQLException database) {
        return of(database.getSQLState());
      }
    }
    return EVENT;
  }

  /** Classes of SQLSTATE: 22 is a value that does not fit, 23 a constraint, 54 a limit. */
  private static Trouble of(@org.jspecify.annotations.Nullable String state) {
    if (QUERY_CANCELLED.equals(state)) {
      return SLOW;
    }
    boolean aboutTheEvent =
        state != null
            && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
    return aboutTheEvent ? EVENT : OUTAGE;
  }
}
