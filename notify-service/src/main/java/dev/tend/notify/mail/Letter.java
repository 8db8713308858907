package dev.tend.notify.mail;

import dev.tend.events.Mail;
import java.time.Instant;
import java.util.UUID;

/**
 * A mail that is to be sent.
 *
 * @param id known beforehand, since it may stand in the mail's own addresses
 * @param invitation which invitation a question is about; empty for a digest
 * @param sender the name beside the firm's address; empty for the firm's own
 * @param replyTo where an answer goes; empty when it goes to the sender
 * @param due before this it is not sent
 */
public record Letter(
    UUID id,
    Mail.Kind kind,
    String member,
    String invitation,
    String sender,
    String recipient,
    String replyTo,
    Rendered words,
    Instant due) {
  @Override
  public String toString() {
    return "Letter[" + kind + " " + id + "]";
  }
}
