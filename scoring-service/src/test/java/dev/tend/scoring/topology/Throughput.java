package dev.tend.scoring.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.errorprone.annotations.FormatMethod;
import com.sun.management.OperatingSystemMXBean;
import dev.tend.events.Codec;
import dev.tend.events.Connection;
import dev.tend.events.Invitation;
import dev.tend.events.Topic;
import dev.tend.events.cast.APerson;
import dev.tend.events.kafka.CloudEvent;
import dev.tend.events.kafka.KeyPartitioner;
import dev.tend.testing.RealBroker;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;

/**
 * Measures how many invitations a second our topology decides, and how many the same two hops carry
 * without our logic ({@link BareTopology}): one machine, one run, one embedded broker in the same
 * process, the same records, the same settings, taken in turns.
 *
 * <p>Options: {@code -Dinvitations=60000 -Drounds=3}.
 */
final class Throughput {
  private static final int INVITATIONS = Integer.getInteger("invitations", 60_000);
  private static final int ROUNDS = Integer.getInteger("rounds", 3);
  private static final int MEMBERS = 200;

  /** The first records run on cold code and cold connections, and are not counted. */
  private static final double WARM_AFTER = 0.25;

  private static final Duration GIVE_UP = Duration.ofMinutes(5);

  private static final Pattern STREAM_THREAD = Pattern.compile("(bare|ours)-.*-StreamThread-\\d+");

  private final RealBroker broker;
  private final Path folder;

  private Throughput(RealBroker broker, Path folder) {
    this.broker = broker;
    this.folder = folder;
  }

  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    var folder = Files.createTempDirectory("tend-throughput");
    try (var broker = RealBroker.start()) {
      new Throughput(broker, folder).run();
    } finally {
      delete(folder);
    }
  }

  private void run() throws InterruptedException, ExecutionException {
    var sizes = SampleSizes.measure(new SampleLoad(MEMBERS), 500);
    say(
        "%d invitations of %d bytes on average, to %d members, %d partitions, %d processors",
        INVITATIONS,
        sizes.invitation(),
        MEMBERS,
        Topic.LOCAL_PARTITIONS,
        Runtime.getRuntime().availableProcessors());
    say(
        "values in bytes: state by inviter %d, carried %d, state by member %d, written %d",
        sizes.bare().inviterState(),
        sizes.bare().carried(),
        sizes.bare().memberState(),
        sizes.bare().written());
    prepare();
    var bare = new ArrayList<Rate>();
    var ours = new ArrayList<Rate>();
    for (int round = 0; round <= ROUNDS; round++) {
      var bareRate = measure("bare-" + round, BareTopology.of(sizes.bare()), BareTopology.OUTPUT);
      var ourRate = measure("ours-" + round, StreamProcess.topology(), Topic.DECISIONS.fullName());
      say(
          "%s: without our logic %s, ours %s, ratio %.2f",
          round == 0 ? "warm-up" : "round " + round,
          bareRate,
          ourRate,
          ourRate.perSecond() / bareRate.perSecond());
      if (round > 0) {
        bare.add(bareRate);
        ours.add(ourRate);
      }
    }
    var middle = median(bare, Rate::perSecond);
    say(
        "median: without our logic %,.0f/s, ours %,.0f decisions/s, ratio %.2f; by processor time %.2f",
        middle,
        median(ours, Rate::perSecond),
        median(ours, Rate::perSecond) / middle,
        median(bare, Rate::microseconds) / median(ours, Rate::microseconds));
    latency();
  }

  private void prepare() throws InterruptedException, ExecutionException {
    try (var admin = broker.admin()) {
      admin
          .createTopics(
              List.of(new NewTopic(BareTopology.OUTPUT, Topic.LOCAL_PARTITIONS, (short) 1)))
          .all()
          .get();
    }
    var load = new SampleLoad(MEMBERS);
    var now = now();
    try (var producer = producer()) {
      for (var member : load.members()) {
        send(producer, Topic.MEMBERS, member.id(), member, member.id(), now, "");
      }
      for (int i = 0; i < INVITATIONS; i += 20) {
        var known = APerson.profileOf("Sample Inviter " + i);
        var connection =
            new Connection(known, load.members().get(i % MEMBERS).id(), "", "", "", null);
        send(
            producer, Topic.CONNECTIONS, connection.key().toString(), connection, "c" + i, now, "");
      }
      for (int i = 0; i < INVITATIONS; i++) {
        send(producer, load.invitation(i), now);
      }
    }
  }

  /** Records a second, from the warm-up's end to the last one seen by a reader of the output. */
  private Rate measure(String application, Topology topology, String output) {
    try (var reader = reader(output);
        var streams = streams(application, topology)) {
      streams.start();
      long begun = 0;
      long worked = 0;
      long streamed = 0;
      int warm = 0;
      int seen = 0;
      long deadline = System.nanoTime() + GIVE_UP.toNanos();
      while (seen < INVITATIONS) {
        seen += reader.poll(Duration.ofMillis(100)).count();
        if (begun == 0 && seen >= INVITATIONS * WARM_AFTER) {
          begun = System.nanoTime();
          worked = processorTime();
          streamed = streamTime();
          warm = seen;
        }
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException(application + " wrote only " + seen + " records");
        }
      }
      int counted = seen - warm;
      return new Rate(
          counted / ((System.nanoTime() - begun) / 1e9),
          (processorTime() - worked) / 1e3 / counted,
          (streamTime() - streamed) / 1e3 / counted);
    }
  }

  /**
   * Of the stream threads alone: what our code and Kafka Streams take, without compiler and broker.
   */
  private static long streamTime() {
    var threads = ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(thread -> thread != null && STREAM_THREAD.matcher(thread.getThreadName()).matches())
        .mapToLong(thread -> Math.max(0, threads.getThreadCpuTime(thread.getThreadId())))
        .sum();
  }

  private static long processorTime() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /**
   * What was measured.
   *
   * @param perSecond records by the clock, which other work on the machine disturbs
   * @param microseconds of processor time for each record, of all in this process: stream, clients,
   *     broker, reader and compiler
   * @param streaming of it by the stream threads
   */
  private record Rate(double perSecond, double microseconds, double streaming) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%,.0f/s at %.0f us of processor time (%.0f in the stream threads)",
          perSecond,
          microseconds,
          streaming);
    }
  }

  /** How long one invitation takes at an easy pace, from the broker's receipt to a reader. */
  private void latency() {
    var load = new SampleLoad(MEMBERS);
    var delays = new ArrayList<Long>();
    try (var reader = reader(Topic.DECISIONS.fullName());
        var producer = producer();
        var streams = streams("ours-" + ROUNDS, StreamProcess.topology())) {
      streams.start();
      for (int i = 0; i < 220; i++) {
        var id = "latency-" + i;
        var sample = load.invitation(INVITATIONS + i);
        var invitation =
            new Invitation(
                id,
                sample.member(),
                sample.inviter(),
                sample.note(),
                sample.sentAt(),
                null,
                List.of());
        long sent = System.nanoTime();
        send(producer, invitation, now());
        producer.flush();
        await(reader, id);
        if (i >= 20) {
          delays.add((System.nanoTime() - sent) / 1_000_000);
        }
      }
    }
    delays.sort(Comparator.naturalOrder());
    say(
        "one at a time, from sent to decided and read: median %d ms, 95%% within %d ms",
        delays.get(delays.size() / 2), delays.get(delays.size() * 95 / 100));
  }

  private static void await(KafkaConsumer<byte[], byte[]> reader, String invitation) {
    long deadline = System.nanoTime() + GIVE_UP.toNanos();
    while (System.nanoTime() < deadline) {
      for (var record : reader.poll(Duration.ofMillis(20))) {
        var id = CloudEvent.of(record.headers()).map(CloudEvent::id).orElse("");
        if (id.startsWith(invitation + "/")) {
          return;
        }
      }
    }
    throw new IllegalStateException(invitation + " was not decided");
  }

  private KafkaStreams streams(String application, Topology topology) {
    return new KafkaStreams(
        topology,
        StreamSettings.of(application, broker.bootstrapServers(), folder.resolve(application)));
  }

  private KafkaConsumer<byte[], byte[]> reader(String topic) {
    var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    var partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    return consumer;
  }

  private KafkaProducer<String, byte[]> producer() {
    var settings = new HashMap<String, Object>();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
    settings.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, KeyPartitioner.class.getName());
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  private static void send(
      KafkaProducer<String, byte[]> producer, Invitation invitation, Instant at) {
    send(
        producer,
        Topic.INVITATIONS,
        invitation.inviter().profile().path(),
        invitation,
        invitation.id(),
        at,
        invitation.member());
  }

  private static void send(
      KafkaProducer<String, byte[]> producer,
      Topic topic,
      String key,
      Object value,
      String id,
      Instant at,
      String member) {
    var record =
        new ProducerRecord<>(
            topic.fullName(), null, at.toEpochMilli(), key, Codec.TOPIC.write(value));
    CloudEvent.on(topic, id, "/ingest/http", at).writeTo(record.headers());
    record.headers().add(BareTopology.MEMBER, member.getBytes(UTF_8));
    var _ = producer.send(record);
  }

  private static Instant now() {
    return InstantSource.system().instant();
  }

  private static double median(List<Rate> rates, ToDoubleFunction<Rate> figure) {
    var sorted = rates.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  @FormatMethod
  private static void say(String format, Object... values) {
    System.out.println("throughput: " + String.format(Locale.ROOT, format, values));
  }

  private static void delete(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
