package dev.tend.notify;

import dev.tend.testing.BrokerResource;
import dev.tend.testing.DatabaseResource;
import dev.tend.testing.MailResource;
import dev.tend.testing.TokenResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Real parts for notify-service, and settings under which a test does not wait long. */
public final class NotifyParts implements QuarkusTestResourceLifecycleManager {
  /** What every start of notify-service must be given, besides its parts. */
  public static final Map<String, String> SETTINGS =
      Map.of(
          "tend.notify.mail.from", "Tend <tend@firm.example>",
          "tend.notify.reply-domain", "reply.firm.example",
          "tend.notify.public-url", "http://localhost:8083",
          "tend.notify.link-secret", "a secret that only these tests know",
          "tend.notify.question-delay", "PT0S",
          "tend.notify.poll", "PT0.1S",
          "tend.notify.mail.backoff", "PT0.2S",
          "tend.notify.mail.longest-backoff", "PT1S");

  private Map<String, String> otherwise = Map.of();

  /** Takes keys that a test wants to have set otherwise. */
  @Override
  public void init(Map<String, String> keys) {
    otherwise = keys;
  }

  @Override
  public Map<String, String> start() {
    var all = new HashMap<>(SETTINGS);
    all.putAll(otherwise);
    all.putAll(new BrokerResource().start());
    all.putAll(new DatabaseResource().start());
    all.putAll(new MailResource().start());
    all.putAll(new TokenResource().start());
    return all;
  }

  /** The parts are shared, and end with the JVM. */
  @Override
  public void stop() {}
}
