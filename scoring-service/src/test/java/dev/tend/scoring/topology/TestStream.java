package dev.tend.scoring.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.Choice;
import dev.tend.events.Codec;
import dev.tend.events.Connection;
import dev.tend.events.ConnectionKey;
import dev.tend.events.DeadLetter;
import dev.tend.events.Decision;
import dev.tend.events.Decoded;
import dev.tend.events.Erased;
import dev.tend.events.Erasure;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.Person;
import dev.tend.events.PersonKey;
import dev.tend.events.Reply;
import dev.tend.events.Topic;
import dev.tend.events.kafka.CloudEvent;
import dev.tend.scoring.policy.Judge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The whole topology without a broker, with a clock that a test sets. */
final class TestStream implements AutoCloseable {
  static final Instant START = Instant.parse("2026-02-09T15:00:00Z");
  static final Duration ANSWER_WITHIN = Duration.ofDays(14);
  private static final int FAILURES_PER_MINUTE = 10;

  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Path folder;
  private final TopologyTestDriver driver;
  private final TestOutputTopic<String, byte[]> decisions;
  private final TestOutputTopic<String, byte[]> letters;
  private final List<TestRecord<String, byte[]>> decided = new ArrayList<>();
  private final List<DeadLetter> dead = new ArrayList<>();
  private Instant now = START;

  TestStream() {
    this(new Judge());
  }

  TestStream(Judge judge) {
    try {
      folder = Files.createTempDirectory("tend-topology");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    var settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "tend-scoring");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    driver = new TopologyTestDriver(topology(judge), settings, START);
    decisions =
        driver.createOutputTopic(
            Topic.DECISIONS.fullName(), new StringDeserializer(), new ByteArrayDeserializer());
    letters =
        driver.createOutputTopic(
            Topic.DEAD_LETTERS.fullName(), new StringDeserializer(), new ByteArrayDeserializer());
  }

  private Topology topology(Judge judge) {
    return new ScoringTopology(
            new Steps(
                judge,
                ANSWER_WITHIN,
                new Sweep(Duration.ofSeconds(1), 1000),
                new FailureBrake(FAILURES_PER_MINUTE),
                new Measures(registry, this::now)),
            // the test driver flushes every store after every record, which a disk takes its time
            // for
            new StateStores(Stores::inMemoryKeyValueStore))
        .build();
  }

  Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
    driver.advanceWallClockTime(time);
  }

  void member(Member member) {
    write(Topic.MEMBERS, member.id(), member);
  }

  void person(Person person) {
    write(Topic.PEOPLE, person.profile().path(), person);
  }

  void connected(PersonKey person, String member) {
    var connection = new Connection(person, member, "", "", "", null);
    write(Topic.CONNECTIONS, connection.key().toString(), connection);
  }

  void disconnected(PersonKey person, String member) {
    write(Topic.CONNECTIONS, new ConnectionKey(person, member).toString(), null);
  }

  void invitation(Invitation invitation) {
    write(Topic.INVITATIONS, invitation.inviter().profile().path(), invitation);
  }

  /** An invitation that came through another door than that of HTTP. */
  void invitation(Invitation invitation, String source) {
    write(
        Topic.INVITATIONS,
        invitation.inviter().profile().path(),
        Codec.TOPIC.write(invitation),
        new RecordHeaders(),
        source);
  }

  void invitationWithHeader(Invitation invitation, String header, String value) {
    var headers = new RecordHeaders().add(header, value.getBytes(UTF_8));
    write(
        Topic.INVITATIONS,
        invitation.inviter().profile().path(),
        Codec.TOPIC.write(invitation),
        headers);
  }

  double gauge(String name) {
    return registry.get(name).gauge().value();
  }

  void reply(Invitation to, String text) {
    write(Topic.REPLIES, to.member(), new Reply(to.id(), to.member(), text, now));
  }

  void choice(Invitation about, Choice.Kind kind) {
    var choice = new Choice(about.id(), about.member(), about.inviter().profile(), kind, now);
    write(Topic.CHOICES, about.member(), choice);
  }

  void erase(Erasure.Kind kind, String subject) {
    var erasure = Erasure.of("r-" + subject.hashCode(), kind, subject, "5a17", 1, now);
    write(Topic.ERASURES, erasure.receipt(), erasure);
  }

  void write(Topic topic, String key, @Nullable Object value) {
    raw(topic, key, value == null ? null : Codec.TOPIC.write(value));
  }

  void raw(Topic topic, @Nullable String key, byte @Nullable [] value) {
    write(topic, key, value, new RecordHeaders());
  }

  private void write(Topic topic, @Nullable String key, byte @Nullable [] value, Headers headers) {
    write(topic, key, value, headers, "/ingest/http");
  }

  private void write(
      Topic topic, @Nullable String key, byte @Nullable [] value, Headers headers, String source) {
    CloudEvent.on(topic, "e-" + now, source, now).writeTo(headers);
    driver
        .createInputTopic(topic.fullName(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(new TestRecord<>(key, value, headers, now));
  }

  /** All decisions until now, in order. */
  List<Decision> decisions() {
    return decisionRecords().stream()
        .map(record -> decoded(record.value(), Decision.class))
        .toList();
  }

  List<TestRecord<String, byte[]>> decisionRecords() {
    decided.addAll(decisions.readRecordsToList());
    return List.copyOf(decided);
  }

  List<Decision> decisionsOn(Invitation invitation) {
    return decisions().stream()
        .filter(decision -> decision.invitation().equals(invitation.id()))
        .toList();
  }

  Decision lastOn(Invitation invitation) {
    return decisionsOn(invitation).getLast();
  }

  /** All dead letters until now, in order. */
  List<DeadLetter> letters() {
    for (var letter : letters.readRecordsToList()) {
      dead.add(decoded(letter.value(), DeadLetter.class));
    }
    return List.copyOf(dead);
  }

  /** How many values a store holds. */
  long held(String store) {
    long count = 0;
    try (var all = driver.<String, Object>getKeyValueStore(store).all()) {
      while (all.hasNext()) {
        var _ = all.next();
        count++;
      }
    }
    return count;
  }

  /** Goes on with what another one remembers, as after a restart. */
  void takesOver(TestStream other, String... stores) {
    for (var store : stores) {
      var mine = driver.<String, Object>getKeyValueStore(store);
      try (var all = other.driver.<String, Object>getKeyValueStore(store).all()) {
        all.forEachRemaining(entry -> mine.put(entry.key, entry.value));
      }
    }
  }

  <T> KeyValueStore<String, T> store(String name) {
    return driver.getKeyValueStore(name);
  }

  /** All that a store's log says, as it lies on the broker. */
  byte[] bytesIn(String store) {
    var bytes = new ByteArrayOutputStream();
    driver
        .createOutputTopic(
            "tend-scoring-" + store + "-changelog",
            new StringDeserializer(),
            new ByteArrayDeserializer())
        .readValuesToList()
        .forEach(bytes::writeBytes);
    return bytes.toByteArray();
  }

  /** All that a store's log says once it is compacted: the last value of each key, and the key. */
  String compacted(String store) {
    var last = new TreeMap<String, byte[]>();
    for (var record :
        driver
            .createOutputTopic(
                "tend-scoring-" + store + "-changelog",
                new StringDeserializer(),
                new ByteArrayDeserializer())
            .readRecordsToList()) {
      if (record.value() == null) {
        last.remove(record.key());
      } else {
        last.put(record.key(), record.value());
      }
    }
    var text = new StringBuilder();
    last.forEach((key, value) -> text.append(key).append('\n').append(new String(value, UTF_8)));
    return text.toString();
  }

  /** What was said of erasures until now and not read before. */
  List<Erased> erased() {
    return driver
        .createOutputTopic(
            Topic.ERASED.fullName(), new StringDeserializer(), new ByteArrayDeserializer())
        .readValuesToList()
        .stream()
        .map(value -> decoded(value, Erased.class))
        .toList();
  }

  /** The connections that were taken back until now and not read before. */
  List<String> disconnected() {
    return driver
        .createOutputTopic(
            Topic.CONNECTIONS.fullName(), new StringDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList()
        .stream()
        .filter(record -> record.value() == null)
        .map(TestRecord::key)
        .toList();
  }

  /** The mean size of a store's values. */
  int bytesHeld(String store) {
    long bytes = 0;
    long count = 0;
    try (var all = driver.<String, byte[]>getKeyValueStore(store).all()) {
      while (all.hasNext()) {
        bytes += all.next().value.length;
        count++;
      }
    }
    return (int) (bytes / count);
  }

  /** The mean size of the values that were written to a topic. */
  int bytesWritten(String topic) {
    return (int)
        driver
            .createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
            .readValuesToList()
            .stream()
            .mapToInt(value -> value.length)
            .average()
            .orElseThrow();
  }

  /** How many records went to an internal topic since this was asked last. */
  int writtenTo(String repartition) {
    return driver
        .createOutputTopic(
            "tend-scoring-" + repartition + "-repartition",
            new StringDeserializer(),
            new ByteArrayDeserializer())
        .readRecordsToList()
        .size();
  }

  private static <T> T decoded(byte[] bytes, Class<T> type) {
    return switch (Codec.TOPIC.read(bytes, type)) {
      case Decoded.Value<T>(var value) -> value;
      case Decoded.Refused<T> refused -> throw new AssertionError(refused.toString());
    };
  }

  @Override
  public void close() {
    driver.close();
    try (var paths = Files.walk(folder)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
