package dev.tend.ingest.lookup;

import dev.tend.events.Codec;
import dev.tend.events.DeadLetter;
import dev.tend.events.Decoded;
import dev.tend.events.Invitation;
import dev.tend.events.Person;
import dev.tend.events.Topic;
import dev.tend.events.kafka.DeadLetters;
import dev.tend.ingest.IngestConfig;
import dev.tend.ingest.publish.BrokerAwayException;
import dev.tend.ingest.publish.Publication;
import dev.tend.ingest.publish.Publisher;
import dev.tend.ingest.publish.Source;
import dev.tend.ingest.view.View;
import dev.tend.ingest.view.Views;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows {@code tend.invitations} in a group of its own and looks inviters up, one after the
 * other: <i>off</i> without a provider, else <i>waiting</i> until it is known who is known well,
 * then <i>following</i>. A record is committed when it is done with; one at which Tend itself fails
 * becomes a dead letter and holds nothing up.
 *
 * <p>It uses kafka-clients directly: one record at a time, at a pace of its own, far below the
 * bounds that a channel would set.
 */
@ApplicationScoped
class Lookups {
  private static final Logger LOG = Logger.getLogger(Lookups.class);
  private static final String GROUP = "ingest-lookups";
  private static final String SERVICE = "ingest-service";
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** Longer than a minute's pace and the slowest answer take for the records of one poll. */
  private static final int LONGEST_POLL_MILLIS = 600_000;

  private static final int RECORDS_A_POLL = 5;

  private final IngestConfig config;
  private final Map<String, Object> connection;
  private final Views views;
  private final Publisher publisher;
  private final LookupMetrics metrics;
  private final InstantSource time;
  private final Set<String> wellKnown = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;
  private volatile @Nullable Thread thread;
  private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

  Lookups(
      IngestConfig config,
      @Identifier("default-kafka-broker") Map<String, Object> connection,
      Views views,
      Publisher publisher,
      LookupMetrics metrics,
      InstantSource time) {
    this.config = config;
    this.connection = connection;
    this.views = views;
    this.publisher = publisher;
    this.metrics = metrics;
    this.time = time;
  }

  void start(@Observes StartupEvent starting) {
    var address = config.lookup().address();
    if (address.isEmpty()) {
      return;
    }
    if (config.lookup().again().compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalStateException("Set tend.ingest.lookup.again to at least a day.");
    }
    var gate = new Gate(new HttpProvider(config.lookup(), address.get()), config.lookup());
    metrics.watch(gate::isShut, config.lookup().perDay());
    var known = views.follow(Topic.PEOPLE, this::learn);
    thread = Thread.ofPlatform().name("lookups").daemon().start(() -> run(gate, known));
  }

  void stop(@Observes ShutdownEvent ending) throws InterruptedException {
    stopping = true;
    var current = consumer;
    if (current != null) {
      current.wakeup();
    }
    var running = thread;
    if (running != null && !running.join(config.lookup().timeout().plus(PAUSE))) {
      running.interrupt();
    }
  }

  private void learn(ConsumerRecord<String, byte[]> record) {
    if (record.key() == null) {
      return;
    }
    if (record.value() == null) {
      wellKnown.remove(record.key());
    } else if (Codec.TOPIC.read(record.value(), Person.class)
            instanceof Decoded.Value<Person>(var person)
        && !Lookup.isScant(person)) {
      wellKnown.add(record.key());
    }
  }

  private void run(Gate gate, View known) {
    try (var journal = journal()) {
      while (!known.caughtUp()) {
        Thread.sleep(POLL);
      }
      var lookup =
          new Lookup(
              gate,
              gate::isShut,
              journal,
              config.lookup().perDay(),
              wellKnown::contains,
              metrics::count);
      while (!stopping) {
        follow(lookup);
        Thread.sleep(PAUSE);
      }
    } catch (IOException unwritable) {
      LOG.errorf(unwritable, "Look-ups stop: their journal in the spool cannot be written");
    } catch (InterruptedException stopped) {
      LOG.debug("Look-ups stop");
    }
  }

  private Journal journal() throws IOException {
    Files.createDirectories(config.spool());
    return Journal.open(
        config.spool().resolve("lookups.journal"), config.lookup().again(), time.instant());
  }

  private void follow(Lookup lookup) throws IOException, InterruptedException {
    try (var fresh = consumer()) {
      consumer = fresh;
      fresh.subscribe(List.of(Topic.INVITATIONS.fullName()));
      while (!stopping) {
        for (var record : fresh.poll(POLL)) {
          take(record, lookup);
          fresh.commitSync(
              Map.of(
                  new TopicPartition(record.topic(), record.partition()),
                  new OffsetAndMetadata(record.offset() + 1)));
        }
      }
    } catch (WakeupException stopped) {
      LOG.debug("Look-ups stop");
    } catch (KafkaException | BrokerAwayException failed) {
      if (Thread.interrupted()) {
        throw new InterruptedException("stopped while the broker was away");
      }
      LOG.warnf("Look-ups wait for the broker: %s", failed.getMessage());
    } finally {
      consumer = null;
    }
  }

  private void take(ConsumerRecord<String, byte[]> record, Lookup lookup)
      throws IOException, InterruptedException {
    try {
      // what cannot be read is scoring-service's to make a dead letter of
      if (record.value() != null
          && Codec.TOPIC.read(record.value(), Invitation.class)
              instanceof Decoded.Value<Invitation>(var invitation)) {
        var _ = lookup.about(invitation, time.instant(), this::publish);
      }
    } catch (KafkaException | BrokerAwayException away) {
      throw away;
    } catch (RuntimeException fault) {
      LOG.errorf(
          "A look-up failed for a reason of Tend's own: %s at %s",
          fault.getClass().getName(),
          fault.getStackTrace().length == 0 ? "unknown" : fault.getStackTrace()[0]);
      publish(letter(record, fault));
    }
  }

  private Publication letter(ConsumerRecord<String, byte[]> record, RuntimeException fault) {
    return Publication.of(
        DeadLetters.of(
            DeadLetter.Reason.FAILED,
            "its inviter could not be looked up: " + fault.getClass().getSimpleName(),
            SERVICE,
            new DeadLetters.Origin(
                "lookups/" + record.topic(), record.partition(), record.offset()),
            1,
            time.instant(),
            record.key(),
            record.value(),
            record.headers()),
        Source.LOOKUP);
  }

  private void publish(Person person) {
    publish(Publication.of(person, Source.LOOKUP, time.instant()));
  }

  private void publish(Publication publication) {
    Optional<?> place = publisher.publish(publication);
    if (place.isEmpty()) {
      throw new BrokerAwayException("The broker did not acknowledge what a look-up found.");
    }
  }

  private KafkaConsumer<String, byte[]> consumer() {
    var settings = new HashMap<String, Object>(connection);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_A_POLL);
    settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, LONGEST_POLL_MILLIS);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
