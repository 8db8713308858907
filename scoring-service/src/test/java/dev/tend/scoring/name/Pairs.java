package dev.tend.scoring.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The pairs of names that people have written down in {@code src/test/resources}. */
final class Pairs {
  private Pairs() {}

  record Pair(String one, String other) {}

  static List<Pair> of(String file) {
    try (var in = Objects.requireNonNull(Pairs.class.getResourceAsStream(file), file)) {
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Pairs::pair)
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException("reading " + file, broken);
    }
  }

  /** The last bar separates: a name may hold one itself. */
  private static Pair pair(String line) {
    int bar = line.lastIndexOf(" | ");
    if (bar < 0) {
      throw new IllegalArgumentException("two names separated by ' | ' are expected: " + line);
    }
    return new Pair(line.substring(0, bar).strip(), line.substring(bar + 3).strip());
  }
}
