package dev.tend.local.demo;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.util.Optional;
import java.util.Properties;

/** Mailboxes of the local mail server, read over IMAP as a mail program would. */
final class Mailbox {
  private static final String TIMEOUT_MILLIS = "5000";

  private final int port;

  Mailbox(int imapPort) {
    port = imapPort;
  }

  /** The mail with that Message-ID in the mailbox of that address. */
  Optional<Letter> find(String address, String messageId) throws StoryBrokenException {
    var settings = new Properties();
    settings.setProperty("mail.imap.connectiontimeout", TIMEOUT_MILLIS);
    settings.setProperty("mail.imap.timeout", TIMEOUT_MILLIS);
    try (var store = Session.getInstance(settings).getStore("imap")) {
      store.connect("127.0.0.1", port, address, address);
      try (var inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_ONLY);
        for (var message : inbox.getMessages()) {
          var letter = Letter.of(message);
          if (letter.messageId().equals(messageId)) {
            return Optional.of(letter);
          }
        }
      }
      return Optional.empty();
    } catch (MessagingException | IOException failed) {
      throw new StoryBrokenException(
          "The mail server does not show mail on port " + port + ": " + failed.getMessage(),
          failed);
    }
  }
}
