package dev.tend.notify;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/**
 * What must be set, besides what all services need, before notify-service can do anything. Each
 * failure is one sentence.
 */
final class Preconditions {
  private static final int SECRET_CHARACTERS = 32;

  private Preconditions() {}

  static void atStart(
      @Observes @Priority(dev.tend.doors.Preconditions.BEFORE_EVERYTHING) StartupEvent start,
      NotifyConfig notify) {
    check(notify);
  }

  static void check(NotifyConfig notify) {
    if (notify.linkSecret().length() < SECRET_CHARACTERS) {
      throw new IllegalStateException(
          "Set TEND_NOTIFY_LINK_SECRET to a random text of at least "
              + SECRET_CHARACTERS
              + " characters.");
    }
    if (notify.smtp().user().isPresent() != notify.smtp().password().isPresent()) {
      throw new IllegalStateException(
          "Set both TEND_NOTIFY_SMTP_USER and TEND_NOTIFY_SMTP_PASSWORD, or neither.");
    }
    try {
      new InternetAddress(notify.mail().from(), true).validate();
    } catch (AddressException wrong) {
      throw new IllegalStateException(
          "Set TEND_NOTIFY_MAIL_FROM to an address such as Tend <tend@firm.example>.", wrong);
    }
  }
}
