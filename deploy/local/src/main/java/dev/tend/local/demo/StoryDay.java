package dev.tend.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * The day on which the story was told first on a data folder. It is kept there, so that a later
 * telling brings the very same invitations.
 *
 * @param first whether this is the first telling
 */
record StoryDay(LocalDate day, boolean first) {

  /** Reads the day, or keeps today's. */
  static StoryDay of(Path data, LocalDate today) throws IOException {
    var file = data.resolve("sample-firm-day");
    if (!Files.exists(file)) {
      Files.writeString(file, today + "\n", UTF_8);
      return new StoryDay(today, true);
    }
    try {
      return new StoryDay(LocalDate.parse(Files.readString(file, UTF_8).strip()), false);
    } catch (DateTimeException broken) {
      throw new IOException(file + " holds no date such as 2026-01-29", broken);
    }
  }
}
