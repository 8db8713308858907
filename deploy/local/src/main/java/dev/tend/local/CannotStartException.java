package dev.tend.local;

/** The stack cannot start, or not go on; the message is a sentence for the person who runs it. */
final class CannotStartException extends Exception {
  CannotStartException(String sentence) {
    super(sentence);
  }

  CannotStartException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
