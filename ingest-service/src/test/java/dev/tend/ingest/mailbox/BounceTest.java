package dev.tend.ingest.mailbox;

import static dev.tend.ingest.mailbox.AFirm.aFirm;
import static dev.tend.ingest.mailbox.AMail.aMail;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Mail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BounceTest {
  private static final String QUESTION = "<q1@tend.example>";

  private final AFirm firm = aFirm();

  @BeforeEach
  void ask() {
    var _ = firm.asks("4711", QUESTION);
  }

  @Test
  void theBounceOfAQuestionIsToldWithItsReason() {
    var sorted = firm.sorted(aBounce(QUESTION, "failed", "5.1.1"));

    assertThat(sorted.kind()).isEqualTo(MailKind.BOUNCE);
    assertThat(sorted.invitation()).isEqualTo("4711");
    var mail = mail(sorted);
    assertThat(mail.state()).isEqualTo(Mail.State.BOUNCED);
    assertThat(mail.member()).isEqualTo("amy.chen");
    assertThat(mail.messageId()).isEqualTo(QUESTION);
    assertThat(mail.answer()).isEqualTo("5.1.1 smtp; 550 5.1.1 (address) unknown user");
  }

  @Test
  void theSameBounceTwiceIsOneEvent() {
    var bounce = aBounce(QUESTION, "failed", "5.1.1");

    assertThat(firm.sorted(bounce).events().getFirst().event().id())
        .isEqualTo(firm.sorted(bounce).events().getFirst().event().id());
  }

  @Test
  void aMailThatIsOnlyLateHasNotBounced() {
    var sorted = firm.sorted(aBounce(QUESTION, "delayed", "4.4.1"));

    assertThat(sorted.kind()).isEqualTo(MailKind.AUTO_REPLY);
    assertThat(sorted.events()).isEmpty();
  }

  @Test
  void aMailThatHasArrivedHasNotBounced() {
    assertThat(firm.sorted(aBounce(QUESTION, "delivered", "2.0.0")).events()).isEmpty();
  }

  @Test
  void theBounceOfAnotherMailIsLeftAlone() {
    var sorted = firm.sorted(aBounce("<other@tend.example>", "failed", "5.1.1"));

    assertThat(sorted.kind()).isEqualTo(MailKind.BOUNCE);
    assertThat(sorted.events()).isEmpty();
  }

  @Test
  void theReturnedMailMayBeAttachedWhole() {
    var bounce = aBounce(QUESTION, "failed", "5.1.1");
    var whole =
        new String(bounce.build(), java.nio.charset.StandardCharsets.UTF_8)
            .replace("text/rfc822-headers", "message/rfc822");

    assertThat(firm.sorted(whole.getBytes(java.nio.charset.StandardCharsets.UTF_8)).events())
        .hasSize(1);
  }

  @Test
  void aLetterOfAServerThatKnowsNoReportsIsABounceToo() {
    var letter =
        aMail()
            .from("Mail Delivery System <MAILER-DAEMON@mx.other.example>")
            .saying(
                "I'm sorry: 550 5.1.1 no such user\n\n--- Below this line is a copy of the message.\n\nMessage-ID: "
                    + QUESTION
                    + "\nSubject: How are we connected?\n");

    assertThat(mail(firm.sorted(letter)).answer()).isEqualTo("5.1.1");
  }

  static AMail aBounce(String messageId, String action, String status) {
    return aMail()
        .from("Mail Delivery System <MAILER-DAEMON@mx.other.example>")
        .with("Return-Path", "<>")
        .with("Subject", "Undelivered Mail Returned to Sender")
        .with("Content-Type", "multipart/report; report-type=delivery-status; boundary=\"b\"")
        .saying(
            """
            --b
            Content-Type: text/plain

            It could not be delivered.

            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.other.example

            Final-Recipient: rfc822; dana@reed.example
            Action: %s
            Status: %s
            Diagnostic-Code: smtp; 550 5.1.1 <dana@reed.example> unknown user

            --b
            Content-Type: text/rfc822-headers

            From: Amy Chen via Tend <tend@firm.example>
            Message-ID: %s
            Subject: How are we connected?

            --b--
            """
                .formatted(action, status, messageId));
  }

  private static Mail mail(Sorted sorted) {
    var value = Codec.TOPIC.read(requireNonNull(sorted.events().getFirst().value()), Mail.class);
    return ((Decoded.Value<Mail>) value).value();
  }
}
