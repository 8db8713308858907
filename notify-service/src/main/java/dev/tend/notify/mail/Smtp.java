package dev.tend.notify.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.notify.NotifyConfig;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * One conversation with the SMTP server, in which any number of mails are handed over. For one
 * thread. Whatever goes wrong ends the conversation; the next mail begins another.
 */
final class Smtp implements AutoCloseable {
  /** "Service not available, closing transmission channel" (RFC 5321, section 4.2.3). */
  private static final int GOING_AWAY = 421;

  private final NotifyConfig config;
  private final Session session;
  private @Nullable SMTPTransport open;

  Smtp(NotifyConfig config) {
    this.config = config;
    session = Session.getInstance(settings(config));
  }

  private static Properties settings(NotifyConfig config) {
    var smtp = config.smtp();
    var settings = new Properties();
    settings.setProperty("mail.smtp.host", smtp.host());
    settings.setProperty("mail.smtp.port", Integer.toString(smtp.port()));
    settings.setProperty("mail.smtp.localhost", config.replyDomain());
    settings.setProperty("mail.smtp.auth", Boolean.toString(smtp.user().isPresent()));
    settings.setProperty("mail.smtp.connectiontimeout", millis(smtp.connectTimeout()));
    settings.setProperty("mail.smtp.timeout", millis(smtp.readTimeout()));
    settings.setProperty("mail.smtp.writetimeout", millis(smtp.writeTimeout()));
    switch (smtp.tls()) {
      case NONE -> {}
      case STARTTLS -> settings.setProperty("mail.smtp.starttls.required", "true");
      case TLS -> settings.setProperty("mail.smtp.ssl.enable", "true");
    }
    return settings;
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }

  /** Hands a mail over. Takes no longer than the timeouts of the configuration allow. */
  Delivery send(Outbox.Claimed mail) {
    Message message;
    try {
      message = message(mail);
    } catch (MessagingException | UnsupportedEncodingException unwritable) {
      return new Delivery(Delivery.Outcome.REFUSED, "No message: " + unwritable.getMessage(), true);
    }
    try {
      var server = conversation();
      server.sendMessage(message, message.getAllRecipients());
      return new Delivery(Delivery.Outcome.ACCEPTED, server.getLastServerResponse(), true);
    } catch (MessagingException failed) {
      close();
      return failure(failed);
    }
  }

  private SMTPTransport conversation() throws MessagingException {
    if (open == null) {
      var server = (SMTPTransport) session.getTransport("smtp");
      server.connect(config.smtp().user().orElse(null), config.smtp().password().orElse(null));
      open = server;
    }
    return open;
  }

  /** The first answer of the server that stands in the chain decides. */
  private static Delivery failure(MessagingException failed) {
    for (Exception cause = failed; cause instanceof MessagingException chained; ) {
      int code =
          switch (cause) {
            case SMTPSendFailedException refused -> refused.getReturnCode();
            case SMTPAddressFailedException refused -> refused.getReturnCode();
            default -> 0;
          };
      if (code >= 400) {
        var outcome = code >= 500 ? Delivery.Outcome.REFUSED : Delivery.Outcome.LATER;
        return new Delivery(outcome, String.valueOf(cause.getMessage()), code != GOING_AWAY);
      }
      cause = chained.getNextException();
    }
    return new Delivery(Delivery.Outcome.LATER, String.valueOf(failed.getMessage()), false);
  }

  private Message message(Outbox.Claimed mail)
      throws MessagingException, UnsupportedEncodingException {
    var message = new Identified(session, mail.messageId());
    message.setFrom(sender(mail));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
    if (!mail.replyTo().isEmpty()) {
      message.setReplyTo(new InternetAddress[] {new InternetAddress(mail.replyTo(), true)});
    }
    message.setSubject(mail.subject(), UTF_8.name());
    message.setSentDate(Date.from(mail.due()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("List-Id", "<%s.%s>".formatted(mail.kind(), config.replyDomain()));
    var words = new MimeMultipart("alternative");
    words.addBodyPart(part(mail.body(), "plain"));
    words.addBodyPart(part(mail.html(), "html"));
    message.setContent(words);
    message.saveChanges();
    return message;
  }

  private InternetAddress sender(Outbox.Claimed mail)
      throws MessagingException, UnsupportedEncodingException {
    var sender = new InternetAddress(config.mail().from(), true);
    if (!mail.sender().isEmpty()) {
      sender.setPersonal(mail.sender(), UTF_8.name());
    }
    return sender;
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, UTF_8.name(), subtype);
    return part;
  }

  /** Ends the conversation, if there is one. */
  @Override
  public void close() {
    var server = open;
    open = null;
    if (server != null) {
      try {
        server.close();
      } catch (MessagingException gone) {
        // it has ended all the same: the socket is closed in any case
      }
    }
  }

  /** A message that keeps the Message-ID which was decided when its row was made. */
  private static final class Identified extends MimeMessage {
    private final String messageId;

    Identified(Session session, String messageId) {
      super(session);
      this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }
  }
}
