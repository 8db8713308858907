package dev.tend.testing;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/**
 * A mail server in this process: SMTP takes mail for everybody, and IMAP shows it to whoever logs
 * in with the address as name and as password.
 */
public final class RealMail implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final String SEPARATOR = ":";

  private final int smtpPort;
  private final int imapPort;
  private final Runnable stop;

  private RealMail(int smtpPort, int imapPort, Runnable stop) {
    this.smtpPort = smtpPort;
    this.imapPort = imapPort;
    this.stop = stop;
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
    return new RealMail(Integer.parseInt(ports[0]), Integer.parseInt(ports[1]), () -> {});
  }

  /** A mail server of the caller's own on free ports, who closes it. */
  public static RealMail start() {
    return start(0);
  }

  /** As {@link #start()}, with SMTP on this port: for a test in which the server comes back. */
  public static RealMail start(int smtpPort) {
    var server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(smtpPort, HOST, ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP)
            });
    server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    server.start();
    return new RealMail(server.getSmtp().getPort(), server.getImap().getPort(), server::stop);
  }

  /** Where both protocols are spoken. */
  public String host() {
    return HOST;
  }

  /** Where SMTP is spoken, without TLS. */
  public int smtpPort() {
    return smtpPort;
  }

  /** What lies in the mailbox of an address. */
  public Mailbox mailbox(String address) {
    return new Mailbox(HOST, imapPort, address);
  }

  /** Stops the server and forgets all mail; does nothing to the shared one. */
  @Override
  public void close() {
    stop.run();
  }
}
