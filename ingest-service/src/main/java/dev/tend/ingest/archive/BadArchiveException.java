package dev.tend.ingest.archive;

import java.io.IOException;

/** An archive that is none, or is larger inside than it may be. */
final class BadArchiveException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String sentence;
  private final boolean tooLarge;

  private BadArchiveException(String message, boolean tooLarge) {
    super(message);
    this.sentence = message;
    this.tooLarge = tooLarge;
  }

  static BadArchiveException broken(String message) {
    return new BadArchiveException(message, false);
  }

  static BadArchiveException tooLarge(String message) {
    return new BadArchiveException(message, true);
  }

  /** What is wrong, for the sender. */
  String sentence() {
    return sentence;
  }

  boolean isTooLarge() {
    return tooLarge;
  }
}
