package dev.tend.ingest.erasure;

import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Erased;
import dev.tend.events.Erasure;
import dev.tend.events.PersonKey;
import dev.tend.events.Topic;
import dev.tend.ingest.members.Members;
import dev.tend.ingest.publish.BrokerAwayException;
import dev.tend.ingest.publish.Publication;
import dev.tend.ingest.publish.Publisher;
import dev.tend.ingest.publish.Source;
import dev.tend.ingest.view.View;
import dev.tend.ingest.view.Views;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The erasures, as {@code tend.erasures} and {@code tend.erased} have them: <i>requested</i> until
 * every service holds nothing more, then <i>done</i>. Thread-safe.
 */
@ApplicationScoped
@Startup
class Erasures {
  private static final Logger LOG = Logger.getLogger(Erasures.class);
  private static final String SERVICE = "ingest-service";
  private static final int SALT_BYTES = 16;

  private final Views views;
  private final Publisher publisher;
  private final Members members;
  private final Instance<Holding> holdings;
  private final InstantSource time;
  private final SecureRandom chance = new SecureRandom();
  private final Map<String, Erasure> requested = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Erased>> answers = new ConcurrentHashMap<>();

  /** Erasures are rare, and two at once for the same person shall be one. */
  private final ReentrantLock requesting = new ReentrantLock();

  private final List<View> followed = new ArrayList<>();

  Erasures(
      Views views,
      Publisher publisher,
      Members members,
      @Any Instance<Holding> holdings,
      InstantSource time) {
    this.views = views;
    this.publisher = publisher;
    this.members = members;
    this.holdings = holdings;
    this.time = time;
  }

  @PostConstruct
  void follow() {
    followed.add(views.follow(Topic.ERASURES, this::requested));
    followed.add(views.follow(Topic.ERASED, this::answered));
  }

  /**
   * The receipt of this id.
   *
   * @throws BrokerAwayException while the erasures are still being read after a start
   */
  Optional<ErasureReceipt> find(String id) {
    var erasure = requested.get(id);
    if (erasure == null) {
      requireCaughtUp();
    }
    return Optional.ofNullable(erasure).map(this::receipt);
  }

  /** Whether a receipt is about somebody: a person's path, or a member's id. */
  boolean isOf(String id, String subject) {
    var erasure = requested.get(id);
    return erasure != null && erasure.isOf(subject);
  }

  /**
   * Erases a person everywhere, once at a time: while it is not done, asking again changes nothing.
   *
   * @throws BrokerAwayException when the broker did not acknowledge it
   */
  ErasureReceipt person(PersonKey person) {
    return erase(
        Erasure.Kind.PERSON,
        person.path(),
        () -> publish(Publication.gone(Topic.PEOPLE, person.path(), Source.HTTP, time.instant())));
  }

  /** Erases a member, with all that is theirs. Throws and repeats as {@link #person} does. */
  ErasureReceipt member(String id) {
    return erase(Erasure.Kind.MEMBER, id, () -> members.remove(id, Source.HTTP));
  }

  private ErasureReceipt erase(Erasure.Kind kind, String subject, Runnable retract) {
    requesting.lock();
    try {
      requireCaughtUp();
      for (var open : requested.values()) {
        if (open.kind() == kind && open.isOf(subject) && !receipt(open).isDone()) {
          return receipt(open);
        }
      }
      retract.run();
      var erasure =
          Erasure.of(
              UUID.randomUUID().toString(),
              kind,
              subject,
              salt(),
              publisher.partitions(Topic.ERASURES),
              time.instant());
      publish(Publication.of(erasure, Source.HTTP));
      requested.put(erasure.receipt(), erasure);
      publish(Publication.of(forgotten(erasure), Source.HTTP));
      return receipt(erasure);
    } finally {
      requesting.unlock();
    }
  }

  private Erased forgotten(Erasure erasure) {
    var removed = new TreeMap<String, Integer>();
    for (var holding : holdings) {
      holding.forget(erasure).forEach((what, number) -> removed.merge(what, number, Integer::sum));
    }
    return new Erased(erasure.receipt(), SERVICE, "doors", 1, removed, time.instant());
  }

  private void publish(Publication event) {
    if (publisher.publish(event).isEmpty()) {
      throw new BrokerAwayException("The broker did not acknowledge the erasure. Ask again.");
    }
  }

  private String salt() {
    var bytes = new byte[SALT_BYTES];
    chance.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private ErasureReceipt receipt(Erasure erasure) {
    return ErasureReceipt.of(
        erasure, List.copyOf(answers.getOrDefault(erasure.receipt(), Map.of()).values()));
  }

  private void requireCaughtUp() {
    if (followed.isEmpty() || !followed.stream().allMatch(View::caughtUp)) {
      throw new BrokerAwayException("The erasures are still being read. Try again soon.");
    }
  }

  /** Another instance may have taken the request, and this one may hold something as well. */
  private void requested(ConsumerRecord<String, byte[]> record) {
    var erasure = read(record, Erasure.class);
    if (erasure != null && requested.put(erasure.receipt(), erasure) == null) {
      try {
        var _ = forgotten(erasure);
      } catch (UncheckedIOException broken) {
        LOG.errorf(broken, "What this instance holds for %s cannot be removed", erasure);
      }
    }
  }

  private void answered(ConsumerRecord<String, byte[]> record) {
    var answer = read(record, Erased.class);
    if (answer != null) {
      answers
          .computeIfAbsent(answer.receipt(), none -> new ConcurrentHashMap<>())
          .putIfAbsent(answer.key(), answer);
    }
  }

  private static <T> @Nullable T read(ConsumerRecord<String, byte[]> record, Class<T> type) {
    if (record.value() != null) {
      switch (Codec.TOPIC.read(record.value(), type)) {
        case Decoded.Value<T>(var value) -> {
          return value;
        }
        case Decoded.Refused<T>(var reason, var refusal) ->
            // scoring-service follows the same topic and makes the dead letter
            LOG.warnf(
                "A record of %s in partition %d at offset %d cannot be read: %s",
                record.topic(), record.partition(), record.offset(), reason);
      }
    }
    return null;
  }
}
