package dev.tend.ingest.mailbox;

import static dev.tend.ingest.mailbox.AMail.aMail;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailTextTest {
  private static final String WORDS = "Grüße – “wir” kennen uns";

  @ParameterizedTest
  @CsvSource({
    "utf-8,UTF-8",
    "UTF8,UTF-8",
    "windows-1252,windows-1252",
    "iso-8859-1,windows-1252",
    "us-ascii,UTF-8",
    "us-ascii,windows-1252",
    "x-unknown,UTF-8",
    "nonsense with spaces,windows-1252"
  })
  void anyCharacterSetIsRead(String named, String used) {
    var mail =
        aMail()
            .with("Content-Type", "text/plain; charset=\"" + named + "\"")
            .saying("BODY")
            .build();
    var head = new String(mail, ISO_8859_1).replace("BODY", "");
    var whole =
        (head + new String(WORDS.getBytes(Charset.forName(used)), ISO_8859_1)).getBytes(ISO_8859_1);

    assertThat(ReceivedMail.of(whole).plain()).isEqualTo(WORDS);
  }

  @Test
  void transferEncodingsAreUndone() {
    assertThat(plain(aMail().with("Content-Transfer-Encoding", "base64").saying("R3LDvMOfZQ==")))
        .isEqualTo("Grüße");
    assertThat(
            plain(
                aMail()
                    .with("Content-Transfer-Encoding", "quoted-printable")
                    .saying("Gr=C3=BC=C3=9Fe und=\n mehr")))
        .isEqualTo("Grüße und mehr");
  }

  @Test
  void linesThatWereWrappedForTheWayAreWhole() {
    assertThat(
            plain(
                aMail()
                    .with("Content-Type", "text/plain; charset=utf-8; format=flowed")
                    .saying(
                        "We rowed \ntogether.\n\n> How are \n> we connected?\n>> Old\n-- \nDana \nReed\n")))
        .isEqualTo("We rowed together.\n\n> How are we connected?\n>> Old\n-- \nDana Reed\n");
  }

  @Test
  void andWithoutTheSpaceWhereTheWriterSaysSo() {
    assertThat(MailText.unwrapped("あい \nうえ\n", true)).isEqualTo("あいうえ\n");
    assertThat(MailText.unwrapped(" >no quote\nx", false)).isEqualTo(">no quote\nx");
  }

  private static String plain(AMail mail) {
    return new String(
        ReceivedMail.of(mail.build()).plain().getBytes(StandardCharsets.UTF_8),
        StandardCharsets.UTF_8);
  }
}
