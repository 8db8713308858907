package dev.tend.ingest.mailbox;

import static dev.tend.ingest.mailbox.AMail.aMail;
import static java.nio.charset.StandardCharsets.UTF_8;

/** A notice within somebody's own words: it is found, and is LinkedIn's, or it is not. */
public final class ForwardedLetterFuzz {
  private ForwardedLetterFuzz() {}

  /** The body, read as text and as HTML. */
  public static void fuzzerTestOneInput(byte[] input) {
    var body = new String(input, UTF_8);
    read(aMail().saying(body));
    read(aMail().with("Content-Type", "text/html; charset=utf-8").saying(body));
  }

  private static void read(AMail mail) {
    var found = ForwardedLetter.in(ReceivedMail.of(mail.build()));
    if (found.isPresent() && !Notice.isLinkedIn(found.get().senderAddress())) {
      throw new AssertionError("the mail of somebody else is taken for LinkedIn's");
    }
  }
}
