package dev.tend.local.demo;

/** The story cannot be told to its end. The message says, for whoever reads along, why. */
public final class StoryBrokenException extends Exception {
  private static final long serialVersionUID = 1L;

  StoryBrokenException(String sentence) {
    super(sentence);
  }

  StoryBrokenException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
