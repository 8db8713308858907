package dev.tend.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a Quarkus test {@link RealMail#shared() the mail server}, under the keys of notify. */
public final class MailResource implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    var mail = RealMail.shared();
    return Map.of(
        "tend.notify.smtp.host", mail.host(),
        "tend.notify.smtp.port", Integer.toString(mail.smtpPort()),
        "tend.notify.smtp.tls", "none");
  }

  /** The shared server stays for the next test; it ends with the JVM. */
  @Override
  public void stop() {}
}
