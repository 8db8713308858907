package dev.tend.notify.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.notify.NotifyConfig;
import dev.tend.notify.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what {@link Outgoing} holds. A row goes only when the broker has acknowledged it, so a
 * crash in between publishes the same event again, under the same id. One instance at a time does
 * this, which keeps the order.
 */
@ApplicationScoped
public class Courier {
  /** Fewer than the emitter's buffer holds, so that this can never overflow. */
  private static final int AT_ONCE = 200;

  private static final int BUFFER = 256;

  /** Longer than the producer's delivery.timeout.ms, which gives up first. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** Any number that no other advisory lock in this database has. */
  private static final long LOCK = 0x7E4D_0001L;

  private final MutinyEmitter<byte[]> emitter;
  private final Jdbi database;
  private final Duration poll;
  private @Nullable Rounds rounds;

  Courier(
      @Channel("events") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = BUFFER)
          MutinyEmitter<byte[]> emitter,
      Jdbi database,
      NotifyConfig config) {
    this.emitter = emitter;
    this.database = database;
    this.poll = config.poll();
  }

  void start(@Observes StartupEvent ready) {
    rounds = Rounds.start("courier", poll, this::publish);
  }

  void stop(@Observes ShutdownEvent end) {
    if (rounds != null) {
      rounds.close();
    }
  }

  private boolean publish() {
    return database.inTransaction(
        transaction -> {
          boolean mine =
              transaction
                  .createQuery("select pg_try_advisory_xact_lock(:lock)")
                  .bind("lock", LOCK)
                  .mapTo(boolean.class)
                  .one();
          if (!mine) {
            return false;
          }
          var events = Outgoing.first(transaction, AT_ONCE);
          if (events.isEmpty()) {
            return false;
          }
          send(events);
          Outgoing.published(transaction, events);
          return events.size() == AT_ONCE;
        });
  }

  private void send(List<Outgoing.Event> events) {
    var acknowledgements =
        events.stream().map(event -> emitter.sendMessage(message(event))).toList();
    Uni.join().all(acknowledgements).andCollectFailures().await().atMost(PATIENCE);
  }

  private static Message<byte[]> message(Outgoing.Event event) {
    var headers = new RecordHeaders();
    event.attributes().writeTo(headers);
    var record =
        OutgoingKafkaRecordMetadata.<String>builder()
            .withTopic(event.topic().fullName())
            .withKey(event.key())
            .withTimestamp(event.attributes().time())
            .withHeaders(headers)
            .build();
    return Message.of(event.json().getBytes(UTF_8), Metadata.of(record));
  }
}
