package dev.tend.ingest;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** What must be there, beside what every service needs, before the first archive comes. */
final class SpoolFolder {
  private SpoolFolder() {}

  static void check(
      @Observes @Priority(dev.tend.doors.Preconditions.BEFORE_EVERYTHING) StartupEvent start,
      IngestConfig ingest) {
    try {
      Files.createDirectories(ingest.spool());
    } catch (IOException unusable) {
      throw new UncheckedIOException(
          "Set TEND_INGEST_SPOOL to a folder that ingest-service may write to.", unusable);
    }
  }
}
