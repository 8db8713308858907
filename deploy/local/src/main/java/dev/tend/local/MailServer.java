package dev.tend.local;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;

/**
 * A mail server for people who want to look: SMTP takes mail for everybody and lets none out, IMAP
 * shows it to whoever logs in with the address as name and as password. What it takes is kept as
 * files, and is there again after a restart; deleting in a mail program deletes no file.
 *
 * <p>What is sent to {@link #INTAKE}, with or without a plus and a word, or to {@link
 * #REPLY_DOMAIN}, Tend takes in.
 */
final class MailServer implements AutoCloseable {
  /** The mailbox that ingest-service reads. */
  static final String INTAKE = "invitations@firm.example";

  /** Answers to questions go to this domain, and lie in {@link #INTAKE}, too. */
  static final String REPLY_DOMAIN = "reply.firm.example";

  private static final String HOST = "127.0.0.1";

  private final GreenMail server;

  private MailServer(GreenMail server) {
    this.server = server;
  }

  static MailServer start(int smtpPort, int imapPort, MailFolders folders)
      throws CannotStartException {
    var server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(smtpPort, HOST, ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(imapPort, HOST, ServerSetup.PROTOCOL_IMAP)
            });
    server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    try {
      server.start();
      var users = server.getUserManager();
      folders.each((address, mail) -> user(server, address).deliver(mail));
      users.setMessageDeliveryHandler(
          (mail, address) -> {
            try {
              folders.keep(address.getEmail(), mail.getMessage());
            } catch (IOException full) {
              // the sender is told, and tries again
              throw new MessagingException("The mail cannot be kept", full);
            }
            return user(server, address.getEmail());
          });
      return new MailServer(server);
    } catch (IOException | MessagingException | RuntimeException failed) {
      server.stop();
      throw new CannotStartException(
          "The mail server cannot be started: " + failed.getMessage(), failed);
    }
  }

  /** Whose mailbox an address is. */
  private static String owner(String address) {
    int at = address.lastIndexOf('@');
    int plus = address.indexOf('+');
    var plain =
        plus > 0 && plus < at ? address.substring(0, plus) + address.substring(at) : address;
    return plain.equalsIgnoreCase(INTAKE)
            || address.substring(at + 1).equalsIgnoreCase(REPLY_DOMAIN)
        ? INTAKE
        : address;
  }

  private static GreenMailUser user(GreenMail server, String to) throws MessagingException {
    var address = owner(to);
    var users = server.getUserManager();
    synchronized (users) {
      var known = users.getUserByEmail(address);
      if (known != null) {
        return known;
      }
      try {
        return users.createUser(address, address, address);
      } catch (UserException refused) {
        throw new MessagingException("No mailbox for this address", refused);
      }
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
