package dev.tend.ingest.publish;

import dev.tend.events.Topic;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.OutgoingMessageMetadata;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends events and waits until the broker has acknowledged each of them, or until it is certain
 * that it will not. Thread-safe; the calling thread waits.
 *
 * <p>The emitter's own buffer is unbounded because the bound lies here: at most {@link
 * #WINDOW_BYTES} are on their way at once, over all callers, which the producer's own memory holds
 * with room to spare. So neither the emitter nor the producer ever overflows or blocks, and a batch
 * of any size goes through at the broker's pace.
 */
@ApplicationScoped
public class Publisher {
  /** Bytes on their way to the broker at once; the producer's buffer.memory is 64 MiB. */
  private static final int WINDOW_BYTES = 16 << 20;

  /** The unit in which the window is shared out. */
  private static final int UNIT = 512;

  /**
   * What an event takes beside its value while it is on its way: headers, message, metadata and the
   * chain of callbacks; an estimate on the safe side.
   */
  private static final int OVERHEAD = 2_048;

  private static final Logger LOG = Logger.getLogger(Publisher.class);

  private final MutinyEmitter<byte[]> emitter;
  private final KafkaClientService clients;
  private final Duration patience;
  private final Semaphore window = new Semaphore(WINDOW_BYTES / UNIT, true);

  Publisher(
      @Channel("events") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<byte[]> emitter,
      KafkaClientService clients,
      @ConfigProperty(name = "mp.messaging.outgoing.events.delivery.timeout.ms")
          int deliveryTimeoutMillis) {
    this.emitter = emitter;
    this.clients = clients;
    // the producer gives up by itself; one more second for its answer to travel
    this.patience = Duration.ofMillis(deliveryTimeoutMillis + 1000L);
  }

  /** Sends one event. */
  public Optional<Receipt.Place> publish(Publication event) {
    return publish(List.of(event)).places().getFirst();
  }

  /**
   * Sends events in their order. After the first one that fails no further one is sent.
   *
   * @return what was acknowledged; nothing when the broker is away
   */
  public Receipt publish(List<Publication> events) {
    var outcomes = new ArrayList<CompletableFuture<Receipt.@Nullable Place>>(events.size());
    try {
      if (reachable(events)) {
        send(events, outcomes);
        CompletableFuture.allOf(outcomes.toArray(CompletableFuture<?>[]::new))
            .get(patience.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException stopping) {
      // what has not been acknowledged by now is reported as such
      Thread.currentThread().interrupt();
    } catch (TimeoutException late) {
      LOG.warn("The broker did not answer in time");
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("An outcome is never exceptional", impossible);
    }
    return receipt(outcomes, events.size());
  }

  /**
   * How many partitions a topic has.
   *
   * @throws BrokerAwayException when the broker does not say it
   */
  public int partitions(Topic topic) {
    try {
      return producer().partitionsFor(topic.fullName()).size();
    } catch (KafkaException away) {
      throw new BrokerAwayException("The broker cannot be reached. Try again soon.");
    }
  }

  private void send(
      List<Publication> events, List<CompletableFuture<Receipt.@Nullable Place>> outcomes)
      throws InterruptedException {
    var failed = new AtomicBoolean();
    for (var event : events) {
      int units = (OVERHEAD + event.size()) / UNIT;
      boolean room = window.tryAcquire(units, patience.toMillis(), TimeUnit.MILLISECONDS);
      if (!room) {
        return;
      }
      if (failed.get()) {
        window.release(units);
        return;
      }
      outcomes.add(sent(event, units, failed));
    }
  }

  /**
   * Whether events can go out at all. The channel ends for good when an error, such as a lack of
   * memory, breaks out of it; then only a new process helps.
   */
  boolean open() {
    return !emitter.isCancelled();
  }

  /**
   * Whether the broker has told where the topics lie. Asked before each batch, since the producer
   * would otherwise block once for every single event of it.
   */
  private boolean reachable(List<Publication> events) {
    try {
      var producer = producer();
      events.stream()
          .map(Publication::topic)
          .distinct()
          .map(Topic::fullName)
          .forEach(producer::partitionsFor);
      return true;
    } catch (KafkaException away) {
      LOG.warnf("The broker cannot be reached: %s", away.getMessage());
      return false;
    }
  }

  private Producer<?, ?> producer() {
    return Objects.requireNonNull(clients.getProducer("events")).unwrap();
  }

  private CompletableFuture<Receipt.@Nullable Place> sent(
      Publication event, int units, AtomicBoolean failed) {
    var outcome = new CompletableFuture<Receipt.@Nullable Place>();
    var result = new OutgoingMessageMetadata<RecordMetadata>();
    Uni<Void> acknowledged = emitter.sendMessage(message(event, result));
    var _ =
        acknowledged
            .onTermination()
            .invoke(() -> window.release(units))
            .subscribe()
            .with(
                done -> outcome.complete(place(result)),
                failure -> {
                  if (!failed.getAndSet(true)) {
                    LOG.warnf(
                        "The broker did not acknowledge %s on %s: %s",
                        event.event().id(), event.topic().fullName(), failure.getMessage());
                  }
                  outcome.complete(null);
                });
    return outcome;
  }

  private static Receipt.Place place(OutgoingMessageMetadata<RecordMetadata> result) {
    var record = Objects.requireNonNull(result.getResult());
    return new Receipt.Place(record.partition(), record.offset());
  }

  private static Message<byte[]> message(
      Publication event, OutgoingMessageMetadata<RecordMetadata> result) {
    var headers = new RecordHeaders();
    event.event().writeTo(headers);
    var record =
        OutgoingKafkaRecordMetadata.<String>builder()
            .withTopic(event.topic().fullName())
            .withKey(event.key())
            .withTimestamp(event.event().time())
            .withHeaders(headers)
            .build();
    return Message.of(event.value(), Metadata.of(record, result));
  }

  private static Receipt receipt(
      List<CompletableFuture<Receipt.@Nullable Place>> outcomes, int wanted) {
    var places = new ArrayList<Optional<Receipt.Place>>(wanted);
    for (var outcome : outcomes) {
      places.add(Optional.ofNullable(outcome.getNow(null)));
    }
    places.addAll(Collections.nCopies(wanted - outcomes.size(), Optional.empty()));
    return new Receipt(places);
  }
}
