package dev.tend.notify.erasure;

/**
 * A mail that is to be emptied is in the hands of a sender at this moment, which takes seconds. The
 * transaction is rolled back, and is to be tried again.
 */
public final class StillSendingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StillSendingException() {
    super("a mail that is to be forgotten is just being sent", null, false, false);
  }
}
