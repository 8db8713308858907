package dev.tend.testing.fuzz;

import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Plays back what the fuzzer was started with and what it found. */
public final class FuzzSeeds {
  /** Generous for a busy machine; the fuzzer itself allows as much. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private FuzzSeeds() {}

  /** A test for each input of each target of the module in whose folder the tests run. */
  public static Stream<DynamicTest> ofThisModule() {
    return FuzzTarget.of(Path.of("")).stream().flatMap(FuzzSeeds::of);
  }

  private static Stream<DynamicTest> of(FuzzTarget target) {
    return target.inputs().stream().map(input -> test(target, input));
  }

  private static DynamicTest test(FuzzTarget target, Path input) {
    var name = target.seeds().getFileName() + " bears " + input.getFileName();
    return DynamicTest.dynamicTest(
        name, () -> assertTimeout(PATIENCE, () -> target.feed(Files.readAllBytes(input))));
  }
}
