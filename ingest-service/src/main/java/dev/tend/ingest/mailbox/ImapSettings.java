package dev.tend.ingest.mailbox;

import dev.tend.ingest.IngestConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** What Angus Mail must be told to reach a mailbox. */
final class ImapSettings {
  private static final int FETCH_BYTES = 1 << 20;

  private ImapSettings() {}

  static String protocol(IngestConfig.Mailbox mailbox) {
    return mailbox.tls() == IngestConfig.Tls.TLS ? "imaps" : "imap";
  }

  static int port(IngestConfig.Mailbox mailbox) {
    return mailbox.port().orElse(mailbox.tls() == IngestConfig.Tls.TLS ? 993 : 143);
  }

  static Properties of(IngestConfig.Mailbox mailbox) {
    var prefix = "mail." + protocol(mailbox) + ".";
    var timeout = Long.toString(mailbox.timeout().toMillis());
    var settings = new Properties();
    settings.setProperty(prefix + "connectiontimeout", timeout);
    settings.setProperty(prefix + "timeout", timeout);
    settings.setProperty(prefix + "writetimeout", timeout);
    settings.setProperty(prefix + "fetchsize", Integer.toString(FETCH_BYTES));
    // BODY.PEEK: reading a mail does not mark it as seen
    settings.setProperty(prefix + "peek", "true");
    settings.setProperty(prefix + "ssl.checkserveridentity", "true");
    if (mailbox.tls() == IngestConfig.Tls.STARTTLS) {
      settings.setProperty(prefix + "starttls.enable", "true");
      settings.setProperty(prefix + "starttls.required", "true");
    }
    if (mailbox.login() == IngestConfig.Login.OAUTH2) {
      settings.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
    }
    mailbox.trust().ifPresent(file -> settings.put(prefix + "ssl.socketFactory", trusting(file)));
    return settings;
  }

  private static SSLSocketFactory trusting(Path file) {
    try (var certificates = Files.newInputStream(file)) {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (var one : CertificateFactory.getInstance("X.509").generateCertificates(certificates)) {
        store.setCertificateEntry(Integer.toString(number++), one);
      }
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      var context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The certificates cannot be read: " + file, unreadable);
    } catch (GeneralSecurityException none) {
      throw new IllegalStateException("There are no certificates in " + file, none);
    }
  }
}
