package dev.tend.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.Member;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Properties;

/** LinkedIn's notices, which a rule of the member's mailbox sends on to Tend's by SMTP. */
record MailSource(EndToEnd tend, Member member) implements LiveSource {
  /**
   * For ingest-service, so that a mail that comes between its look and its waiting (IDLE) is seen
   * after seconds instead of minutes.
   */
  static Map<String, String> settings() {
    return Map.of("TEND_INGEST_MAILBOXES_INTAKE_IDLE", "5s");
  }

  @Override
  public void tell(int first) {
    var settings = new Properties();
    settings.setProperty("mail.smtp.host", "127.0.0.1");
    settings.setProperty("mail.smtp.port", Integer.toString(tend.running().smtpPort()));
    var session = Session.getInstance(settings);
    try {
      var intake = new InternetAddress[] {new InternetAddress(MailServer.INTAKE)};
      for (int i = first; i < first + SHARE; i++) {
        var notice = new MimeMessage(session, new ByteArrayInputStream(notice(i).getBytes(UTF_8)));
        Transport.send(notice, intake);
      }
    } catch (MessagingException refused) {
      throw new AssertionError("The mail server runs all the time", refused);
    }
  }

  private String notice(int number) {
    return """
        Authentication-Results: mx.firm.example; dkim=pass header.d=linkedin.com; dmarc=pass
        Date: Mon, 09 Feb 2026 14:37:00 +0000
        From: Mailer %1$d via LinkedIn <invitations@linkedin.com>
        To: %2$s
        Message-ID: <%1$d@linkedin.example>
        Subject: Mailer %1$d wants to connect
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        Mailer %1$d wants to connect

        Mailer %1$d
        Head of Design at Harbour & Field
        Harbour & Field · Porto, Portugal

        View profile: https://www.linkedin.com/comm/in/mailer-%1$d?midToken=AQ
        Accept: https://www.linkedin.com/comm/mynetwork/invite-accept?invitationId=71%1$017d
        """
        .formatted(number, MailServer.INTAKE.replace("@", "+" + member.id() + "@"))
        .replace("\n", "\r\n");
  }
}
