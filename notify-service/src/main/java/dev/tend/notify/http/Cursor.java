package dev.tend.notify.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.doors.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list, newest first, begins: behind this item. Unlike a page number it stays
 * true while items are added in front.
 */
public record Cursor(Instant time, String id) {
  /** Before the first item. */
  public static final Cursor START = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), "");

  private static final String FIRST = "1";

  /**
   * Reads the parameter {@code page}: absent, empty or 1 is the first page, every other value is
   * what {@code next} said.
   *
   * @throws ProblemException 400 for anything else
   */
  public static Cursor of(@Nullable String page) {
    if (page == null || page.isBlank() || page.equals(FIRST)) {
      return START;
    }
    try {
      var parts = new String(Base64.getUrlDecoder().decode(page), UTF_8).split(" ", 2);
      if (parts.length == 2) {
        return new Cursor(Instant.parse(parts[0]), parts[1]);
      }
    } catch (IllegalArgumentException | DateTimeException foreign) {
      throw unknown();
    }
    throw unknown();
  }

  /** The value of {@code next}. */
  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((time + " " + id).getBytes(UTF_8));
  }

  private static ProblemException unknown() {
    return ProblemException.invalid("page", "must be 1 or what next said on the page before");
  }
}
