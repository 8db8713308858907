package dev.tend.ingest.mailbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts mails by what they were taken for, as {@code tend_mailbox_messages_total}, and tells which
 * mailboxes are connected, as {@code tend_mailbox_connected}. Thread-safe.
 */
@Singleton
class MailCounts {
  /** Stands for a mailbox where mail came in by the door. */
  static final String DOOR = "http";

  private final MeterRegistry meters;
  private final Map<String, AtomicInteger> connected = new ConcurrentHashMap<>();

  MailCounts(MeterRegistry meters) {
    this.meters = meters;
    expect(DOOR);
  }

  /** A rate needs a zero to start from. */
  final void expect(String mailbox) {
    for (var kind : MailKind.values()) {
      meters.counter("tend.mailbox.messages", "mailbox", mailbox, "outcome", kind.word());
    }
  }

  void count(String mailbox, MailKind kind) {
    meters.counter("tend.mailbox.messages", "mailbox", mailbox, "outcome", kind.word()).increment();
  }

  /** Whether a mailbox can be read at this moment. */
  void connected(String mailbox, boolean now) {
    connected
        .computeIfAbsent(
            mailbox,
            name ->
                meters.gauge(
                    "tend.mailbox.connected", Tags.of("mailbox", name), new AtomicInteger()))
        .set(now ? 1 : 0);
  }
}
