package dev.tend.testing;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/**
 * What an address was sent, read over IMAP with the address as name and as password.
 *
 * @param port where IMAP is spoken, without TLS
 */
public record Mailbox(String host, int port, String address) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** All mails that lie there, oldest first, whole: they outlive the connection. */
  public List<MimeMessage> mails() {
    var session = Session.getInstance(new Properties());
    try (var store = session.getStore("imap")) {
      store.connect(host, port, address, address);
      try (var inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_ONLY);
        var mails = new ArrayList<MimeMessage>();
        for (Message mail : inbox.getMessages()) {
          mails.add(new MimeMessage((MimeMessage) mail));
        }
        return mails;
      }
    } catch (MessagingException failed) {
      throw new IllegalStateException("The mailbox of " + address + " cannot be read", failed);
    }
  }

  /** The first mail that matches, awaited for at most 30 seconds. */
  public MimeMessage await(String what, Predicate<MimeMessage> matches) {
    return Awaitility.await(what + " for " + address)
        .atMost(PATIENCE)
        .until(() -> mails().stream().filter(matches).findFirst(), java.util.Optional::isPresent)
        .orElseThrow();
  }

  /** The first mail whose subject contains this text, awaited for at most 30 seconds. */
  public MimeMessage awaitSubject(String text) {
    return await("a mail about \"" + text + "\"", mail -> subject(mail).contains(text));
  }

  private static String subject(MimeMessage mail) {
    try {
      return String.valueOf(mail.getSubject());
    } catch (MessagingException failed) {
      throw new IllegalStateException("A mail without a readable subject", failed);
    }
  }
}
