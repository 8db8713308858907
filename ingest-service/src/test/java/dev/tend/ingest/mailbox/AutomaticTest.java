package dev.tend.ingest.mailbox;

import static dev.tend.ingest.mailbox.AFirm.aFirm;
import static dev.tend.ingest.mailbox.AMail.aMail;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutomaticTest {
  private final AFirm firm = aFirm();
  private final String address = firm.asks("4711", "<q1@tend.example>");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Auto-Submitted            | auto-replied
          Auto-Submitted            | auto-generated (rejected)
          Auto-Submitted            | Auto-Replied; owner-email="x@y.example"
          Return-Path               | <>
          Precedence                | auto_reply
          Precedence                | bulk
          X-Autoreply               | yes
          X-Autorespond             | Away
          X-Auto-Response-Suppress  | All
          From                      | Mail Delivery System <MAILER-DAEMON@mx.example>
          From                      | no-reply@mail.example
          Content-Type              | multipart/report; boundary=x
          """)
  void aMachineIsKnownByItsHeaders(String header, String value) {
    assertThat(firm.sorted(answer().with(header, value)).kind()).isEqualTo(MailKind.AUTO_REPLY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Out of Office: How are we connected?",
        "Automatic reply: How are we connected?",
        "Automatische Antwort: Woher kennen wir uns?",
        "Abwesenheitsnotiz",
        "Réponse automatique : D'où nous connaissons-nous ?",
        "=?utf-8?q?R=C3=A9ponse_automatique?=",
        "Respuesta automática: hola",
        "Risposta automatica: ciao",
        "Resposta automática: olá",
        "Automatisch antwoord: hallo"
      })
  void anAbsenceNoteIsKnownByItsSubject(String subject) {
    assertThat(firm.sorted(answer().with("Subject", subject)).kind())
        .isEqualTo(MailKind.AUTO_REPLY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Auto-Submitted            | no
          Subject                   | Re: How are we connected?
          Subject                   | I was out of the office when we met
          X-Auto-Response-Suppress  | OOF
          """)
  void aPersonIsNoMachine(String header, String value) {
    assertThat(firm.sorted(answer().with(header, value)).kind()).isEqualTo(MailKind.REPLY);
  }

  private AMail answer() {
    return aMail().to(address).saying("We rowed together.");
  }
}
