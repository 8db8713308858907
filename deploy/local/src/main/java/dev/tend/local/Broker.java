package dev.tend.local;

import dev.tend.events.Topic;
import dev.tend.events.kafka.TopicSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/**
 * A Kafka broker of one node that keeps its data: broker and controller in one child process,
 * formatted at the first start.
 */
final class Broker {
  private static final String HOST = "127.0.0.1";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration STEP = Duration.ofMillis(100);

  private final int port;
  private final Child child;

  private Broker(int port, Child child) {
    this.port = port;
    this.child = child;
  }

  /** Prepares a broker whose data lies in {@code data}; {@link #start} starts it. */
  static Broker in(DataFolder data, int port, Leftovers leftovers)
      throws IOException, CannotStartException {
    var settings = data.root().resolve("kafka.properties");
    var logs = data.folder("kafka");
    try (var out = Files.newOutputStream(settings)) {
      properties(logs, port).store(out, "Written by the launcher at each start");
    }
    if (!Files.exists(logs.resolve("meta.properties"))) {
      format(settings, data.log("kafka"));
    }
    var child =
        new Child(
            "kafka",
            List.of(
                Child.java(),
                "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n",
                "-cp",
                System.getProperty("java.class.path"),
                "kafka.Kafka",
                settings.toString()),
            Map.of(),
            data.log("kafka"),
            leftovers);
    return new Broker(port, child);
  }

  private static Properties properties(Path logs, int port) {
    int controllerPort = Ports.anyFree();
    var settings = new Properties();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put(
        "listeners",
        "PLAINTEXT://%s:%d,CONTROLLER://%s:%d".formatted(HOST, port, HOST, controllerPort));
    settings.put("advertised.listeners", "PLAINTEXT://%s:%d".formatted(HOST, port));
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("controller.quorum.voters", "1@%s:%d".formatted(HOST, controllerPort));
    settings.put("log.dirs", logs.toString());
    settings.put("auto.create.topics.enable", "false");
    settings.put("default.replication.factor", "1");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", Integer.toString(Topic.LOCAL_PARTITIONS));
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("transaction.state.log.num.partitions", Integer.toString(Topic.LOCAL_PARTITIONS));
    settings.put("group.initial.rebalance.delay.ms", "0");
    // the cleaner takes 128 MiB by default, a quarter of this broker's heap
    settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024));
    return settings;
  }

  private static void format(Path settings, Path log) throws IOException, CannotStartException {
    var cluster = Uuid.randomUuid().toString();
    try (var out = new PrintStream(Files.newOutputStream(log))) {
      var arguments = new String[] {"format", "-t", cluster, "-c", settings.toString()};
      if (StorageTool.execute(arguments, out) != 0) {
        throw new CannotStartException("Kafka's storage cannot be prepared; see " + log);
      }
    }
  }

  Child child() {
    return child;
  }

  /** What {@code bootstrap.servers} is to be. */
  String address() {
    return HOST + ":" + port;
  }

  /** Starts the broker, and returns when it answers. */
  void start() throws CannotStartException, InterruptedException {
    child.start();
    for (long waited = 0; !answers(); waited += STEP.toMillis()) {
      if (child.awaitEnd(STEP) || waited > PATIENCE.toMillis()) {
        throw new CannotStartException(
            "Kafka did not start. Its last words, from "
                + child.log()
                + ":\n"
                + String.join("\n", child.lastLines(15)));
      }
    }
  }

  private boolean answers() {
    try (var _ = new Socket(InetAddress.ofLiteral(HOST), port)) {
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Makes the topics of Tend that a broker does not have yet. */
  static void createTopics(String address) throws InterruptedException {
    try (var admin =
        Admin.create(Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address))) {
      TopicSettings.createMissing(admin, Topic.LOCAL_PARTITIONS, (short) 1);
    }
  }
}
