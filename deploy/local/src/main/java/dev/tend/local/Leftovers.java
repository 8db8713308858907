package dev.tend.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Remembers the children of a launcher, so that the next launcher on the same data folder finds
 * those that outlived a {@code kill -9} of theirs. A process is known by its id and the instant at
 * which it started, since an id alone may belong to somebody else by now.
 */
final class Leftovers {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path folder;

  Leftovers(Path folder) {
    this.folder = folder;
  }

  void remember(String name, ProcessHandle process) throws IOException {
    var started = process.info().startInstant().map(Instant::toString).orElse("");
    PrivateFiles.write(folder.resolve(name), process.pid() + " " + started);
  }

  /** Ends what still runs of an earlier stack; gives the names. The folder must be locked. */
  List<String> end() throws IOException, InterruptedException {
    var ended = new ArrayList<String>();
    try (var files = Files.list(folder)) {
      for (var file : files.sorted().toList()) {
        var process = alive(Files.readString(file));
        if (process.isPresent()) {
          end(process.get());
          ended.add(file.getFileName().toString());
        }
        Files.delete(file);
      }
    }
    return ended;
  }

  private static Optional<ProcessHandle> alive(String remembered) {
    var parts = remembered.split(" ", -1);
    return ProcessHandle.of(Long.parseLong(parts[0]))
        .filter(ProcessHandle::isAlive)
        .filter(
            process ->
                process.info().startInstant().map(Instant::toString).equals(Optional.of(parts[1])));
  }

  private static void end(ProcessHandle process) throws InterruptedException {
    process.destroy();
    try {
      process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException unwilling) {
      process.destroyForcibly();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("waiting for a process", impossible);
    }
  }
}
