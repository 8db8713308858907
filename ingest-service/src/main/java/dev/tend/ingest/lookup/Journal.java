package dev.tend.ingest.lookup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Remembers on the disk when a provider was asked and about whom it answered, so that neither a
 * restart nor a crash asks again or spends more than the day's budget. A question is written down
 * before it is asked; an answer when what it says lies at the broker, so that one that a crash cuts
 * off is asked once more. People stand in it by a digest. For one thread.
 */
final class Journal implements AutoCloseable {
  private static final Pattern LINE = Pattern.compile("([?=]) (\\d{1,12}) ([0-9a-f]{32}) \\.");

  private final Map<String, Instant> answered = new HashMap<>();
  private final Duration kept;
  private final FileChannel file;
  private LocalDate day;
  private int today;

  private Journal(Path path, Duration kept, Instant now) throws IOException {
    this.kept = kept;
    day = dayOf(now);
    var lines =
        Files.exists(path)
            ? Files.readAllLines(path, StandardCharsets.US_ASCII).stream()
                .filter(line -> take(line, now))
                .toList()
            : List.<String>of();
    // what is too old goes, at each start
    var next = path.resolveSibling(path.getFileName() + ".next");
    Files.deleteIfExists(next);
    file =
        FileChannel.open(
            next,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    for (var line : lines) {
      append(line);
    }
    file.force(true);
    var _ =
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Opens the journal, which may not be there yet.
   *
   * @param kept how long an answer is remembered; at least a day
   */
  static Journal open(Path path, Duration kept, Instant now) throws IOException {
    return new Journal(path, kept, now);
  }

  /** Whether the provider answered about a person lately, be it that it knows nothing. */
  boolean isAnswered(String person, Instant now) {
    var at = answered.get(digest(person));
    return at != null && at.isAfter(now.minus(kept));
  }

  /** How many questions were asked on this day (UTC). */
  int askedOnDayOf(Instant now) {
    turn(now);
    return today;
  }

  /** Writes down that a question is asked now; it is on the disk when this returns. */
  void ask(String person, Instant now) throws IOException {
    turn(now);
    write(line('?', person, now));
    today++;
  }

  /** Writes down that it is answered; it is on the disk when this returns. */
  void answer(String person, Instant now) throws IOException {
    write(line('=', person, now));
    var _ = answered.put(digest(person), now);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /**
   * Takes a line in, and says whether it still matters. One that a crash cut short is passed over.
   */
  private boolean take(String line, Instant now) {
    var parts = LINE.matcher(line);
    if (!parts.matches()) {
      return false;
    }
    var at = Instant.ofEpochSecond(Long.parseLong(parts.group(2)));
    if (parts.group(1).equals("?")) {
      boolean counts = dayOf(at).equals(day);
      today += counts ? 1 : 0;
      return counts;
    }
    boolean holds = at.isAfter(now.minus(kept));
    if (holds) {
      var _ = answered.merge(parts.group(3), at, (one, other) -> one.isAfter(other) ? one : other);
    }
    return holds;
  }

  private static String line(char kind, String person, Instant at) {
    return kind + " " + at.getEpochSecond() + " " + digest(person) + " .";
  }

  private void write(String line) throws IOException {
    append(line);
    file.force(false);
  }

  private void append(String line) throws IOException {
    for (var bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII));
        bytes.hasRemaining(); ) {
      var _ = file.write(bytes);
    }
  }

  private void turn(Instant now) {
    var current = dayOf(now);
    if (!current.equals(day)) {
      day = current;
      today = 0;
    }
  }

  private static LocalDate dayOf(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static String digest(String person) {
    try {
      var sum =
          MessageDigest.getInstance("SHA-256").digest(person.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
