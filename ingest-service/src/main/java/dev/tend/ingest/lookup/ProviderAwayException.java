package dev.tend.ingest.lookup;

/** The provider does not answer, or asks to be left alone for a while. */
final class ProviderAwayException extends Exception {
  private static final long serialVersionUID = 1L;

  ProviderAwayException(String message) {
    super(message, null, false, false);
  }
}
