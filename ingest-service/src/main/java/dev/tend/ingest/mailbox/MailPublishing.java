package dev.tend.ingest.mailbox;

import dev.tend.ingest.publish.BrokerAwayException;
import dev.tend.ingest.publish.Publisher;
import dev.tend.ingest.publish.Received;
import dev.tend.ingest.publish.Source;
import jakarta.inject.Singleton;

/** Publishes what follows from mails that came by the door. Thread-safe. */
@Singleton
class MailPublishing {
  private final Publisher publisher;
  private final Received received;

  MailPublishing(Publisher publisher, Received received) {
    this.publisher = publisher;
    this.received = received;
  }

  /** Throws {@link BrokerAwayException} when the broker did not acknowledge all of it. */
  void publish(Sorted sorted) {
    if (!sorted.events().isEmpty() && !publisher.publish(sorted.events()).complete()) {
      throw new BrokerAwayException("The broker did not acknowledge the mail. Send it again.");
    }
    published(sorted);
  }

  /** Counts what the broker has taken. */
  void published(Sorted sorted) {
    if (sorted.kind() == MailKind.INVITATION) {
      received.count(Source.MAIL, 1);
    }
  }
}
