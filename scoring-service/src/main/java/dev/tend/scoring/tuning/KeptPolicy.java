package dev.tend.scoring.tuning;

import dev.tend.scoring.policy.Fault;
import dev.tend.scoring.policy.Policies;
import dev.tend.scoring.policy.PolicyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The policy of a file, as it was when the file was sound last. Whoever asks always gets a whole
 * one. One thread refreshes it, any may ask.
 */
final class KeptPolicy implements Supplier<Policies> {
  private final Path file;
  private byte[] seen;
  private volatile Policies policies;

  /** What a look at the file has shown. */
  sealed interface Look {
    /** It is as it was. */
    record Same() implements Look {}

    /** It has changed, and holds from now on. */
    record Adopted() implements Look {}

    /** It has changed and is broken, so the earlier one holds. */
    record Refused(List<Fault> faults) implements Look {}

    /** It cannot be read, so the earlier one holds. */
    record Away(IOException why) implements Look {}
  }

  private KeptPolicy(Path file, byte[] seen, Policies policies) {
    this.file = file;
    this.seen = seen;
    this.policies = policies;
  }

  /**
   * Reads the file for the first time.
   *
   * @throws IllegalStateException when it cannot be read or is not sound, saying where
   */
  static KeptPolicy of(Path file) {
    try {
      var bytes = bytes(file);
      return switch (PolicyFile.read(bytes)) {
        case PolicyFile.Sound(var policies) -> new KeptPolicy(file, bytes, policies);
        case PolicyFile.Faulty(var faults) ->
            throw new IllegalStateException(
                "The policy file %s is not sound:%n%s"
                    .formatted(
                        file,
                        faults.stream()
                            .map(fault -> "  " + fault.sentence())
                            .collect(Collectors.joining(System.lineSeparator()))));
      };
    } catch (IOException away) {
      throw new IllegalStateException("The policy file %s cannot be read.".formatted(file), away);
    }
  }

  @Override
  public Policies get() {
    return policies;
  }

  /**
   * Looks whether the file has changed. By what it holds: the times of a file that is exchanged
   * through a symbolic link, as a ConfigMap is, say nothing.
   */
  Look refresh() {
    try {
      var bytes = bytes(file);
      if (Arrays.equals(bytes, seen)) {
        return new Look.Same();
      }
      seen = bytes;
      return switch (PolicyFile.read(bytes)) {
        case PolicyFile.Sound(var sound) -> {
          policies = sound;
          yield new Look.Adopted();
        }
        case PolicyFile.Faulty(var faults) -> new Look.Refused(faults);
      };
    } catch (IOException away) {
      return new Look.Away(away);
    }
  }

  /** One byte more than a policy may have is enough to refuse it. */
  private static byte[] bytes(Path file) throws IOException {
    try (var stream = Files.newInputStream(file)) {
      return stream.readNBytes(PolicyFile.LARGEST_BYTES + 1);
    }
  }
}
