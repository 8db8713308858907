package dev.tend.ingest.mailbox;

import static dev.tend.ingest.mailbox.AMail.aMail;
import static java.nio.charset.StandardCharsets.UTF_8;

/** The answer to a question, with whatever is quoted: what is kept of it is bounded. */
public final class AnswerFuzz {
  private static final int LONGEST = 10_000;

  private AnswerFuzz() {}

  /** The body, read as text, as text with flowing lines and as HTML. */
  public static void fuzzerTestOneInput(byte[] input) {
    var body = new String(input, UTF_8);
    read("text/plain; charset=utf-8", body);
    read("text/plain; charset=utf-8; format=flowed; delsp=yes", body);
    read("text/html; charset=utf-8", body);
  }

  private static void read(String type, String body) {
    var mail = ReceivedMail.of(aMail().with("Content-Type", type).saying(body).build());
    if (Answer.of(mail).length() > LONGEST) {
      throw new AssertionError("longer than an answer may be");
    }
  }
}
