package dev.tend.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What the inviter's mail program sends when they answer the question: their words, and below them
 * the question again.
 */
final class AnswerMail {
  private AnswerMail() {}

  /**
   * The mail as it arrives.
   *
   * @param name of the one who answers
   * @param messageId the same for the same answer, so that it counts once
   */
  static byte[] to(
      Letter question, String name, String address, String words, String messageId, Instant now)
      throws MessagingException, IOException {
    var mail = new WithMessageId(messageId);
    mail.setFrom(new InternetAddress(address, name, UTF_8.name()));
    mail.setRecipient(RecipientType.TO, new InternetAddress(question.replyTo()));
    mail.setSubject("Re: " + question.subject(), UTF_8.name());
    mail.setHeader("In-Reply-To", question.messageId());
    mail.setHeader("References", question.messageId());
    mail.setSentDate(Date.from(now));
    mail.setText(words + "\n" + question.from() + " wrote:\n" + quoted(question), UTF_8.name());
    mail.saveChanges();
    var bytes = new ByteArrayOutputStream();
    mail.writeTo(bytes);
    return bytes.toByteArray();
  }

  private static String quoted(Letter question) {
    return question
        .text()
        .lines()
        .map(line -> "> " + line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** A mail that keeps the Message-ID that it was given. */
  private static final class WithMessageId extends MimeMessage {
    private final String messageId;

    WithMessageId(String messageId) {
      super(Session.getInstance(new Properties()));
      this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }
  }
}
