package dev.tend.ingest.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MboxTest {
  private static final String FROM = "From a@mail.example Mon Feb  9 14:37:00 2026\n";

  @Test
  void mailsAreReadOneAfterTheOther() throws IOException {
    assertThat(mails(FROM + "Subject: a\n\none\n\n" + FROM + "Subject: b\n\ntwo\n\n"))
        .containsExactly("Subject: a\n\none\n\n", "Subject: b\n\ntwo\n\n");
  }

  @Test
  void whatOthersWriteBehindFromIsUnderstood() throws IOException {
    assertThat(
            mails(
                "From - Mon Feb 09 14:37:00 2026\na: b\n\nx\n\nFrom 18231@xxx Mon Feb 09 14:37:00 +0000 2026\nc: d\n\ny\n\nFrom MAILER-DAEMON Mon Feb  9 14:37 2026\ne: f\n\nz\n"))
        .hasSize(3);
  }

  @Test
  void markedLinesAreUnmarkedOnce() throws IOException {
    assertThat(mails(FROM + "a: b\n\n>From the choir\n>>From further\n> From here\n"))
        .containsExactly("a: b\n\nFrom the choir\n>From further\n> From here\n");
  }

  @Test
  void unmarkedLinesThatAreNoBeginningsStayWithTheirMail() throws IOException {
    assertThat(
            mails(
                FROM
                    + "a: b\n\nx\n\nFrom the choir, with love\nFrom b@c.example Mon Feb  9 14:37:00 2026\n"))
        .hasSize(1);
  }

  @Test
  void windowsLineEndsAreFine() throws IOException {
    assertThat(mails((FROM + "a: b\n\nx\n\n" + FROM + "c: d\n\ny\n").replace("\n", "\r\n")))
        .containsExactly("a: b\r\n\r\nx\r\n\r\n", "c: d\r\n\r\ny\r\n");
  }

  @Test
  void aMailThatIsTooLargeIsPassedOverAndTheNextOneIsRead() throws IOException {
    var mbox = mbox(FROM + "a: b\n\n" + "x".repeat(200_000) + "\n\n" + FROM + "c: d\n\ny\n");

    assertThat(mbox.next().orElseThrow().tooLarge()).isTrue();
    assertThat(mbox.next().orElseThrow().tooLarge()).isFalse();
    assertThat(mbox.next()).isEmpty();
  }

  @Test
  void whatIsNoMboxHoldsNoMail() throws IOException {
    assertThat(mails("")).isEmpty();
    assertThat(mails("\n\n")).isEmpty();
    assertThat(mails("Subject: x\n\nhello\n")).isEmpty();
  }

  private static List<String> mails(String file) throws IOException {
    var mbox = mbox(file);
    var mails = new ArrayList<String>();
    for (var mail = mbox.next(); mail.isPresent(); mail = mbox.next()) {
      mails.add(new String(mail.get().bytes(), ISO_8859_1));
    }
    return mails;
  }

  private static Mbox mbox(String file) {
    return new Mbox(new ByteArrayInputStream(file.getBytes(ISO_8859_1)), 100_000);
  }
}
