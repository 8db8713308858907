package dev.tend.ingest.archive;

import dev.tend.ingest.publish.Publication;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Records on their way to the broker, which takes them by the batch. For one thread. */
final class Outgoing {
  /** So many that the wait for the last of them costs little; some 5 MB on their way. */
  private static final int BATCH = 2_000;

  private final Delivery delivery;
  private final IntConsumer acknowledged;
  private final List<Publication> waiting = new ArrayList<>(BATCH);

  /**
   * Nothing yet.
   *
   * @param acknowledged told how many more records the broker has
   */
  Outgoing(Delivery delivery, IntConsumer acknowledged) {
    this.delivery = delivery;
    this.acknowledged = acknowledged;
  }

  /** Adds one; when the batch is full, all of it goes out. Throws as {@link #flush} does. */
  void add(Publication event) throws InterruptedException {
    waiting.add(event);
    if (waiting.size() == BATCH) {
      flush();
    }
  }

  /**
   * Sends what waits, and returns when the broker has it.
   *
   * @throws dev.tend.ingest.publish.BrokerAwayException when the broker stayed away too long
   */
  void flush() throws InterruptedException {
    if (!waiting.isEmpty()) {
      delivery.publish(waiting);
      acknowledged.accept(waiting.size());
      waiting.clear();
    }
  }
}
