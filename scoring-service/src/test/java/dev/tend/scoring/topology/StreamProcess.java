package dev.tend.scoring.topology;

import dev.tend.scoring.policy.Judge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;

/** The stream in a process of its own, so that a test can kill it as an operating system does. */
final class StreamProcess {
  private StreamProcess() {}

  public static void main(String[] args) throws InterruptedException {
    var settings = StreamSettings.of(args[0], args[1], Path.of(args[2]));
    var streams = new KafkaStreams(topology(), settings);
    streams.start();
    new CountDownLatch(1).await();
  }

  static Topology topology() {
    var clock = InstantSource.system();
    return new ScoringTopology(
            new Steps(
                new Judge(),
                Duration.ofDays(14),
                new Sweep(Duration.ofSeconds(10), 2000),
                new FailureBrake(10),
                new Measures(new SimpleMeterRegistry(), clock)),
            StateStores.onDisk())
        .build();
  }

  static Process start(String application, String bootstrapServers, Path folder, String log) {
    try {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx512m",
              "-cp",
              System.getProperty("java.class.path"),
              StreamProcess.class.getName(),
              application,
              bootstrapServers,
              folder.toString())
          .redirectErrorStream(true)
          .redirectOutput(new File("target", log))
          .start();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
