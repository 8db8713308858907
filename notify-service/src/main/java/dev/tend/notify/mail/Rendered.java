package dev.tend.notify.mail;

/**
 * A mail's words, ready to be put into a message: HTML and plain text say the same thing.
 *
 * @param subject one line, free of control characters
 * @param html a whole document in UTF-8 that loads nothing from anywhere
 * @param text lines of at most 72 columns, save for addresses, which are never broken; LF line ends
 */
public record Rendered(String subject, String html, String text) {
  @Override
  public String toString() {
    return "Rendered[redacted]";
  }
}
