package dev.tend.ingest.mailbox;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How far a mailbox has been read.
 *
 * @param validity under which its numbers mean anything (UIDVALIDITY, RFC 9051); when the server
 *     has another one, all numbers are new
 * @param last the highest number (UID) that was read; 0 when none was
 */
record MailboxPosition(long validity, long last) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,10}) (\\d{1,10})");

  /** Reads what {@link #toString} writes; empty for anything else. */
  static Optional<MailboxPosition> of(String text) {
    var read = FORM.matcher(text);
    return read.matches()
        ? Optional.of(
            new MailboxPosition(Long.parseLong(read.group(1)), Long.parseLong(read.group(2))))
        : Optional.empty();
  }

  /** This one where the server still counts as it did; else the beginning. */
  MailboxPosition under(long now) {
    return validity == now ? this : new MailboxPosition(now, 0);
  }

  @Override
  public String toString() {
    return validity + " " + last;
  }
}
