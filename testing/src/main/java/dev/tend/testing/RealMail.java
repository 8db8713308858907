package dev.tend.testing;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A mail server in this process: SMTP takes mail for everybody, and IMAP shows it to whoever logs
 * in with the address as name and as password.
 */
public final class RealMail implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final String SEPARATOR = ":";

  private final int smtpPort;
  private final int imapPort;
  private final @Nullable GreenMail server;

  private RealMail(int smtpPort, int imapPort, @Nullable GreenMail server) {
    this.smtpPort = smtpPort;
    this.imapPort = imapPort;
    this.server = server;
  }

  /** The one mail server of this JVM, started at the first call. */
  public static RealMail shared() {
    var kept =
        Parts.oncePerJvm(
            "tend.test.mail",
            () -> {
              var mail = start();
              return mail.smtpPort + SEPARATOR + mail.imapPort;
            });
    var ports = kept.split(SEPARATOR, -1);
    return new RealMail(Integer.parseInt(ports[0]), Integer.parseInt(ports[1]), null);
  }

  /** A mail server of the caller's own on free ports, who closes it. */
  public static RealMail start() {
    return start(0);
  }

  /** As {@link #start()}, with SMTP on this port: for a test in which the server comes back. */
  public static RealMail start(int smtpPort) {
    return start(smtpPort, 0, ServerSetup.PROTOCOL_IMAP);
  }

  /** As {@link #start()}, with IMAP on this port: for a test in which the server comes back. */
  public static RealMail startWithImapAt(int imapPort) {
    return start(0, imapPort, ServerSetup.PROTOCOL_IMAP);
  }

  /** As {@link #start()}, with IMAP over TLS. The key is that of the JVM's first such server. */
  public static RealMail startWithTls(Path keyStore, String password) {
    System.setProperty("greenmail.tls.keystore.file", keyStore.toString());
    System.setProperty("greenmail.tls.keystore.password", password);
    return start(0, 0, ServerSetup.PROTOCOL_IMAPS);
  }

  private static RealMail start(int smtpPort, int imapPort, String imap) {
    var server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(smtpPort, HOST, ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(imapPort, HOST, imap)
            });
    server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    server.start();
    boolean tls = imap.equals(ServerSetup.PROTOCOL_IMAPS);
    return new RealMail(
        server.getSmtp().getPort(), (tls ? server.getImaps() : server.getImap()).getPort(), server);
  }

  /** Where both protocols are spoken. */
  public String host() {
    return HOST;
  }

  /** Where SMTP is spoken, without TLS. */
  public int smtpPort() {
    return smtpPort;
  }

  /** Where IMAP is spoken. */
  public int imapPort() {
    return imapPort;
  }

  /** Puts a mail into the mailbox of an address, as it is; not into one of the shared server. */
  public void deliver(String address, byte[] mail) {
    if (server == null) {
      throw new IllegalStateException("Send mail to the shared server by SMTP");
    }
    try {
      var message =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail));
      server.setUser(address, address, address).deliver(message);
    } catch (MessagingException broken) {
      throw new IllegalArgumentException("No mail that can be delivered", broken);
    }
  }

  /** What lies in the mailbox of an address. */
  public Mailbox mailbox(String address) {
    return new Mailbox(HOST, imapPort, address);
  }

  /** Stops the server and forgets all mail; does nothing to the shared one. */
  @Override
  public void close() {
    if (server != null) {
      server.stop();
    }
  }
}
