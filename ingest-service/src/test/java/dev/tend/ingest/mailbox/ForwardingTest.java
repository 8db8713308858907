package dev.tend.ingest.mailbox;

import static dev.tend.ingest.mailbox.AFirm.aFirm;
import static dev.tend.ingest.mailbox.AMail.aMail;
import static dev.tend.ingest.mailbox.LinkedInMail.linkedInMail;
import static dev.tend.ingest.mailbox.OriginTest.invitation;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Refusal;
import java.util.Base64;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardingTest {
  private final AFirm firm = aFirm();

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Gmail
        """
        ---------- Forwarded message ---------
        From: Dana Reed via LinkedIn <invitations@linkedin.com>
        Date: Mon, 9 Feb 2026 at 14:37
        Subject: Dana Reed wants to connect
        To: Amy Chen <amy.chen@tend.example>

        """,
        // Gmail, German
        """
        Bitte ansehen!

        ---------- Forwarded message ---------
        Von: Dana Reed über LinkedIn <invitations@linkedin.com>
        Date: Mo., 9. Feb. 2026 um 14:37 Uhr
        Subject: Ich möchte mich vernetzen
        To: Amy Chen <amy.chen@tend.example>


        """,
        // Outlook
        """
        ________________________________
        From: Dana Reed via LinkedIn <invitations@linkedin.com>
        Sent: Monday, February 9, 2026 2:37 PM
        To: Amy Chen <amy.chen@tend.example>
        Subject: Dana Reed wants to connect

        """,
        // Outlook, classic, with the address in brackets
        """
        -----Original Message-----
        From: Dana Reed via LinkedIn [mailto:invitations@linkedin.com]
        Sent: Monday, February 9, 2026 2:37 PM
        To: Amy Chen
        Subject: Dana Reed wants to connect

        """,
        // Outlook, French, with spaces before the colons
        """
        De : Dana Reed via LinkedIn <invitations@linkedin.com>
        Envoyé : lundi 9 février 2026 14:37
        À : Amy Chen <amy.chen@tend.example>
        Objet : Je souhaite me connecter

        """,
        // Outlook, Spanish, in bold
        """
        *De:* Dana Reed a través de LinkedIn <invitations@linkedin.com>
        *Enviado:* lunes, 9 de febrero de 2026 14:37
        *Para:* Amy Chen <amy.chen@tend.example>
        *Asunto:* Quiero conectar

        """,
        // Apple Mail
        """
        Begin forwarded message:

        > From: Dana Reed via LinkedIn <invitations@linkedin.com>
        > Subject: Dana Reed wants to connect
        > Date: 9 February 2026 at 14:37:00 CET
        > To: Amy Chen <amy.chen@tend.example>
        > Reply-To: Dana Reed <dana@reed.example>
        >
        """,
        // Apple Mail, Italian
        """
        Inizio messaggio inoltrato:

        Da: Dana Reed tramite LinkedIn <invitations@linkedin.com>
        Oggetto: Voglio collegarmi
        Data: 9 febbraio 2026 alle ore 14:37:00 CET
        A: Amy Chen <amy.chen@tend.example>

        """,
        // Outlook, Dutch
        """
        Van: Dana Reed via LinkedIn <invitations@linkedin.com>
        Verzonden: maandag 9 februari 2026 14:37
        Aan: Amy Chen <amy.chen@tend.example>
        Onderwerp: Ik wil graag connecten

        """,
        // Outlook, Portuguese
        """
        De: Dana Reed pelo LinkedIn <invitations@linkedin.com>
        Enviado: segunda-feira, 9 de fevereiro de 2026 14:37
        Para: Amy Chen <amy.chen@tend.example>
        Assunto: Quero me conectar

        """,
        // Thunderbird
        """
        -------- Forwarded Message --------
        Subject: Dana Reed wants to connect
        Date: Mon, 9 Feb 2026 14:37:00 +0000
        From: Dana Reed via LinkedIn <invitations@linkedin.com>
        To: Amy Chen <amy.chen@tend.example>

        """
      })
  void aNoticeForwardedWithinAMailIsItsForwarders(String head) {
    var invitation = invitation(firm.sorted(forwarded(head)));

    assertThat(invitation.member()).isEqualTo("amy.chen");
    assertThat(invitation.id()).isEqualTo("linkedin-7100000000000000001");
    assertThat(invitation.inviter().name()).isEqualTo("Dana Reed");
    assertThat(invitation.inviter().headline()).isEqualTo("Head of Design at Harbour & Field");
    assertThat(invitation.inviter().location()).isEqualTo("Porto, Portugal");
    assertThat(invitation.note()).isEmpty();
  }

  @Test
  void aNoticeForwardedInHtmlAloneIsRead() {
    var mail =
        aMail()
            .from(AFirm.AMY)
            .to("invitations@tend.example")
            .with("Content-Type", "text/html; charset=utf-8")
            .saying(
                "<div>Look!</div><div class=\"gmail_quote\"><div>---------- Forwarded message ---------<br>From: <b>Dana Reed via LinkedIn</b>"
                    + " <span>&lt;<a href=\"mailto:invitations@linkedin.com\">invitations@linkedin.com</a>&gt;</span><br>Date: Mon, 9 Feb 2026<br>"
                    + "Subject: Dana Reed wants to connect<br>To: Amy Chen</div><br>"
                    + linkedInMail().html()
                    + "</div>");

    assertThat(invitation(firm.sorted(mail)).inviter().headline())
        .isEqualTo("Head of Design at Harbour & Field");
  }

  @Test
  void aDateThatIsSureIsTaken() {
    var sure =
        forwarded(
            "From: Dana Reed via LinkedIn <invitations@linkedin.com>\nDate: Mon, 9 Feb 2026 14:37:00 +0100\nSubject: I want to connect\n\n");

    assertThat(invitation(firm.sorted(sure)).sentAt()).isEqualTo("2026-02-09T13:37:00Z");
  }

  @Test
  void anAttachedNoticeIsItsForwarders() {
    var invitation = invitation(firm.sorted(attaching(linkedInMail().mail().build(), AFirm.AMY)));

    assertThat(invitation.member()).isEqualTo("amy.chen");
    assertThat(invitation.sentAt()).isEqualTo("2026-02-09T14:37:00Z");
  }

  @Test
  void aNoticeAttachedAsAFileInBase64IsRead() {
    var file =
        Base64.getMimeEncoder(76, "\n".getBytes(UTF_8))
            .encodeToString(linkedInMail().mail().build());
    var mail =
        aMail()
            .from(AFirm.AMY)
            .with("Content-Type", "multipart/mixed; boundary=outer")
            .saying(
                "--outer\nContent-Type: application/octet-stream; name=\"notice.eml\"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=\"notice.eml\"\n\n"
                    + file
                    + "\n--outer--\n");

    assertThat(invitation(firm.sorted(mail)).inviter().name()).isEqualTo("Dana Reed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amy.chen@tend.example",
        "Amy.Chen+linkedin@Tend.example",
        "invitations+amy.chen@tend.example"
      })
  void theMemberIsFoundByTheAddressWhatEverStandsBehindThePlus(String address) {
    assertThat(invitation(firm.sorted(linkedInMail().mail().to(address))).member())
        .isEqualTo("amy.chen");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Resent-From", "X-Forwarded-For", "X-Original-To", "Envelope-To", "Cc"})
  void aRuleThatSendsANoticeOnLeavesTheMembersAddressInIt(String header) {
    var mail =
        linkedInMail()
            .mail()
            .to("invitations@tend.example")
            .with(header, AFirm.AMY)
            .with("X-Other", "nobody@tend.example");

    assertThat(invitation(firm.sorted(mail)).member()).isEqualTo("amy.chen");
  }

  @Test
  void aNoticeForNobodyIsLeftAloneAndSaysSo() {
    var sorted = firm.sorted(linkedInMail().mail().to("nobody@tend.example"));

    assertThat(sorted.kind()).isEqualTo(MailKind.UNKNOWN_MEMBER);
    assertThat(sorted.refusal()).isEqualTo(new Refusal("To", "is no address of a member"));
    assertThat(sorted.events()).isEmpty();
  }

  @Test
  void anotherMailThatIsForwardedIsNothing() {
    var sorted =
        firm.sorted(
            aMail()
                .from(AFirm.AMY)
                .saying("From: Lou <lou@mail.example>\nSubject: Lunch\nTo: Amy\n\nAt noon?"));

    assertThat(sorted.kind()).isEqualTo(MailKind.NOTHING);
  }

  /** A mail that bears another one as it is. */
  static AMail attaching(byte[] notice, String from) {
    return aMail()
        .from(from)
        .to("invitations@tend.example")
        .with("Subject", "Fwd: an invitation")
        .with("Content-Type", "multipart/mixed; boundary=outer")
        .saying(
            "--outer\nContent-Type: text/plain\n\nSee below\n--outer\nContent-Type: message/rfc822\nContent-Disposition: attachment\n\n"
                + new String(notice, UTF_8).replace("\r\n", "\n")
                + "\n--outer--\n");
  }

  private static AMail forwarded(String head) {
    boolean marked = head.contains("> ");
    var body =
        linkedInMail()
            .text()
            .lines()
            .map(line -> marked ? "> " + line : line)
            .collect(Collectors.joining("\n"));
    return aMail()
        .from("Amy Chen <amy.chen@tend.example>")
        .to("invitations@tend.example")
        .with("Subject", "Fwd: Dana Reed wants to connect")
        .saying(head + body);
  }
}
