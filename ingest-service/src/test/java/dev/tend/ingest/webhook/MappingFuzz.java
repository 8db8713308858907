package dev.tend.ingest.webhook;

import dev.tend.ingest.mapping.MappingFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The mapping of a provider: it fails the start and says why, or reads deliveries. */
public final class MappingFuzz {
  private static final Path FILE = file();

  private MappingFuzz() {}

  /** YAML, or what claims to be. */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      Files.write(FILE, input);
      DeliveryFuzz.require(
          MappingFile.read(FILE.toString(), InvitationMapping.class), DeliveryFuzz.sample());
    } catch (IllegalStateException wrong) {
      if (wrong.getMessage() == null || !wrong.getMessage().contains(FILE.toString())) {
        throw new AssertionError("fails the start without saying where", wrong);
      }
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static Path file() {
    try {
      var file = Files.createTempFile("mapping-fuzz", ".yaml");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
