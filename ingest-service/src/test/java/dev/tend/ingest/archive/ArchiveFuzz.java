package dev.tend.ingest.archive;

import dev.tend.ingest.IngestConfig;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A zip that claims to be an export: no more of it is unpacked than its bounds allow. */
public final class ArchiveFuzz {
  private static final int LARGEST = 1 << 20;
  private static final Bounds BOUNDS = new Bounds();
  private static final Path FILE = file();

  private ArchiveFuzz() {}

  /** The zip. */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      Files.write(FILE, input);
      try (var archive = Archive.open(FILE, BOUNDS)) {
        archive.rehearse();
        for (var part : archive.parts()) {
          if (part.kind().isPresent()) {
            read(archive, part);
          }
        }
        if (archive.bytesRead() > LARGEST) {
          throw new AssertionError("more was unpacked than the bounds allow");
        }
      }
    } catch (IOException unreadable) {
      // no zip, a damaged one, or one that is larger than it may be
    }
  }

  private static void read(Archive archive, Archive.Part part) throws IOException {
    try (var sheet = archive.sheet(part)) {
      for (var row = sheet.next(); row != null; row = sheet.next()) {
        if (row.isBlank()) {
          throw new AssertionError("a blank row is none");
        }
      }
    }
  }

  private static Path file() {
    try {
      var file = Files.createTempFile("archive-fuzz", ".zip");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private record Bounds() implements IngestConfig.Archive {
    @Override
    public MemorySize largestUpload() {
      return size();
    }

    @Override
    public MemorySize largestSpool() {
      return size();
    }

    @Override
    public int mostFiles() {
      return 20;
    }

    @Override
    public MemorySize largestFile() {
      return size();
    }

    @Override
    public MemorySize largestUnpacked() {
      return size();
    }

    @Override
    public int largestRatio() {
      return 100;
    }

    @Override
    public int atOnce() {
      return 1;
    }

    @Override
    public int refusedShown() {
      return 10;
    }

    @Override
    public Duration patience() {
      return Duration.ZERO;
    }

    @Override
    public Duration reportsKept() {
      return Duration.ZERO;
    }

    private static MemorySize size() {
      return new MemorySize(BigInteger.valueOf(LARGEST));
    }
  }
}
