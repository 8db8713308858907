package dev.tend.events;

import java.util.regex.Pattern;

/**
 * Keeps out what is plainly no address, and whatever could add a recipient or a header to a mail.
 * Whether a mailbox exists, only delivery tells.
 */
public final class EmailAddress {
  private static final Pattern PLAIN =
      Pattern.compile(
          "[^\\p{Z}\\p{C}@<>,;:\"()\\[\\]\\\\]{1,64}@[^\\p{Z}\\p{C}@<>,;:\"()\\[\\]\\\\]{1,190}");

  private EmailAddress() {}

  /** Lets the empty text pass: no address is known. */
  public static String check(String field, String address) {
    if (!address.isEmpty() && !PLAIN.matcher(address).matches()) {
      throw new RefusedException(field, "must be an e-mail address such as amy.chen@example.com");
    }
    return address;
  }
}
