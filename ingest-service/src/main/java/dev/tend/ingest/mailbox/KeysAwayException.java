package dev.tend.ingest.mailbox;

/**
 * A public key cannot be looked up now, so that nobody can tell yet whether a signature is good.
 */
final class KeysAwayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KeysAwayException() {
    super("The key of a signature cannot be looked up now", null, false, false);
  }
}
