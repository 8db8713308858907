package dev.tend.ingest.portability;

import static dev.tend.events.cast.AMember.aMember;

import dev.tend.ingest.poll.AnInstance;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/** Reads members' data in a process of its own, so that a test can kill it. */
final class ReadingProcess {
  private ReadingProcess() {}

  public static void main(String[] args) throws InterruptedException {
    var config = Configured.of(Configured.at(Integer.parseInt(args[1])));
    var metrics = new PortabilityMetrics(new SimpleMeterRegistry());
    var time = InstantSource.system();
    var settings =
        new Reader.Settings(
            Duration.ofMillis(200), Duration.ofHours(1), Duration.ofDays(7), Duration.ofDays(14));
    var reader =
        new Reader(
            new LinkedIn(config, metrics, time),
            _ -> List.of(),
            (_, _) -> false,
            settings,
            new Random(1));
    var secrets = new Secrets(Requirements.seal(config));
    AnInstance.reads(
        args[0],
        remembered ->
            remembered.stream()
                .filter(source -> source.startsWith(PortabilitySource.KIND))
                .map(source -> source.substring(PortabilitySource.KIND.length()))
                .map(
                    member ->
                        new PortabilitySource(
                            member,
                            _ -> Optional.of(aMember("Amy Chen").build()),
                            reader,
                            secrets,
                            metrics,
                            _ -> {},
                            time))
                .toList());
    new CountDownLatch(1).await();
  }

  static Process start(String bootstrapServers, int linkedin, String log) {
    try {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx256m",
              "-XX:TieredStopAtLevel=1",
              "-cp",
              System.getProperty("java.class.path"),
              ReadingProcess.class.getName(),
              bootstrapServers,
              Integer.toString(linkedin))
          .redirectErrorStream(true)
          .redirectOutput(new File("target", log))
          .start();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
