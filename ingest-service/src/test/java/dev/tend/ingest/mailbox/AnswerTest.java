package dev.tend.ingest.mailbox;

import static dev.tend.ingest.mailbox.AMail.aMail;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerTest {

  @Test
  void wordsAboveTheQuoteAreTheAnswer() {
    assertThat(
            words(
                """
                We rowed together.

                On Tue, 10 Feb 2026, Amy Chen wrote:
                > How are we connected?
                > Amy
                """))
        .isEqualTo("We rowed together.");
  }

  @Test
  void wordsBetweenAndBelowQuotesAreTheAnswerWhenNoneStandAbove() {
    assertThat(
            words(
                """
                Amy Chen schrieb am 10.02.2026:
                > How are we connected?

                Through Lou.
                > And when?
                In 2019.
                """))
        .isEqualTo("Through Lou.\nIn 2019.");
  }

  @Test
  void anAnswerThatEndsWithAColonIsKept() {
    assertThat(words("We met twice:\nin Lisbon\nand in Porto\n"))
        .isEqualTo("We met twice:\nin Lisbon\nand in Porto");
  }

  @Test
  void outlooksCopyOfTheEarlierMailIsCutOff() {
    assertThat(
            words(
                """
                At Contoso, until 2018.

                From: Amy Chen <a@tend.example>
                Sent: Tuesday
                Subject: How are we connected?

                Hello
                """))
        .isEqualTo("At Contoso, until 2018.");
    assertThat(words("Yes.\n-----Original Message-----\nHello")).isEqualTo("Yes.");
    assertThat(words("Yes.\n\nSent from my telephone\n")).isEqualTo("Yes.");
  }

  @Test
  void htmlIsReadWhenThereIsNoPlainText() {
    var mail =
        aMail()
            .with("Content-Type", "text/html; charset=utf-8")
            .saying(
                "<style>x</style><div>From the <b>choir</b> &amp; the pub.</div><br><div>Amy wrote:</div><blockquote>How are <p>we connected?</p></blockquote>");

    assertThat(Answer.of(ReceivedMail.of(mail.build()))).isEqualTo("From the choir & the pub.");
  }

  @Test
  void aLongAnswerIsCutToWhatARecordTakes() {
    assertThat(words("🌱".repeat(9_000))).hasSize(10_000);
  }

  private static String words(String text) {
    return Answer.of(ReceivedMail.of(aMail().saying(text).build()));
  }
}
