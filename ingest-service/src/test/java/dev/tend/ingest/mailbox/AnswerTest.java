package dev.tend.ingest.mailbox;

import static dev.tend.ingest.mailbox.AMail.aMail;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Le mar. 10 févr. 2026 à 09:00, Amy Chen <a@tend.example> a écrit :",
        "Am Di., 10. Feb. 2026 um 09:00 Uhr schrieb Amy Chen <a@tend.example>:",
        "El mar, 10 feb 2026 a las 9:00, Amy Chen (<a@tend.example>) escribió:",
        "Il giorno mar 10 feb 2026 alle ore 09:00 Amy Chen <a@tend.example> ha scritto:",
        "Em ter., 10 de fev. de 2026 às 09:00, Amy Chen <a@tend.example> escreveu:",
        "Op di 10 feb 2026 om 09:00 schreef Amy Chen <a@tend.example>:",
        "On Tue, Feb 10, 2026 at 9:00 AM Amy Chen via Tend\n<tend@firm.example> wrote:"
      })
  void whatIntroducesAQuoteIsNoPartOfTheAnswer(String introduction) {
    assertThat(words("From the choir.\n\n" + introduction + "\n\n> How are we connected?\n"))
        .isEqualTo("From the choir.");
    assertThat(words("From the choir.\n\n" + introduction + "\n\nHow are we connected?\n"))
        .isEqualTo("From the choir.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "De : Amy Chen <a@tend.example>\nEnvoyé : mardi 10 février 2026",
        "Von: Amy Chen <a@tend.example>\nGesendet: Dienstag, 10. Februar 2026",
        "De: Amy Chen <a@tend.example>\nEnviado el: martes, 10 de febrero",
        "Da: Amy Chen <a@tend.example>\nInviato: martedì 10 febbraio 2026",
        "*From:* Amy Chen <a@tend.example>\n*Sent:* Tuesday",
        "Van: Amy Chen\nVerzonden: dinsdag 10 februari",
        "-----Ursprüngliche Nachricht-----\nAmy Chen",
        "________________________________\nAmy Chen",
        "Envoyé de mon iPhone",
        "Von meinem iPhone gesendet",
        "Enviado desde mi iPhone",
        "Inviato da iPhone",
        "Enviado do meu iPhone",
        "Verstuurd vanaf mijn iPhone",
        "Get Outlook for iOS",
        "-- \nJane Doe\nContoso"
      })
  void whatAProgramPutsBelowIsNoPartOfTheAnswer(String below) {
    assertThat(words("From the choir.\n\n" + below + "\n\nHow are we connected?\n"))
        .isEqualTo("From the choir.");
  }

  private static String words(String text) {
    return Answer.of(ReceivedMail.of(aMail().saying(text).build()));
  }
}
