package dev.tend.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * An event as it was once written, kept for ever under {@code samples/<topic>/v<version>/}: what
 * Tend reads today, it must read tomorrow.
 */
record SampleFile(Topic topic, int version, String name, String text) {
  static final Path FOLDER = Path.of("src/test/resources/samples");

  /** Every sample of every version. */
  static List<SampleFile> all() {
    try (var files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(SampleFile::read)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The sample that holds every field of a topic's record, as it is written today. */
  static SampleFile full(Topic topic) {
    return all().stream()
        .filter(sample -> sample.topic == topic && sample.name.equals("full"))
        .reduce((_, newer) -> newer)
        .orElseThrow();
  }

  byte[] json() {
    return text.getBytes(UTF_8);
  }

  private static SampleFile read(Path file) {
    var path = FOLDER.relativize(file);
    var topic =
        Arrays.stream(Topic.values())
            .filter(one -> one.fullName().equals(path.getName(0).toString()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no topic for " + path));
    int version = Integer.parseInt(path.getName(1).toString().substring(1));
    try {
      return new SampleFile(
          topic, version, path.getName(2).toString().replace(".json", ""), Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public String toString() {
    return topic.fullName() + "/v" + version + "/" + name;
  }
}
