package dev.tend.ingest.archive;

import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.ingest.IngestConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * The folder in which uploads wait, each with its report beside it: {@code <id>.part} while it
 * comes in, {@code <id>.zip} until it has been read, {@code <id>.json} for as long as reports are
 * kept. Only the user of the process may read it. Thread-safe.
 */
@Singleton
class Spool {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final int CHUNK = 1 << 16;

  private final Path folder;
  private final long largestUpload;
  private final long largestSpool;
  private final AtomicLong taken = new AtomicLong();

  Spool(IngestConfig config) {
    folder = config.spool();
    largestUpload = config.archive().largestUpload().asLongValue();
    largestSpool = config.archive().largestSpool().asLongValue();
  }

  /** Where the archive of an import lies. */
  Path archive(String id) {
    return folder.resolve(id + ".zip");
  }

  /**
   * Takes an upload in; it is on the disk when this returns.
   *
   * @return whether there was room; without, nothing is kept
   * @throws UploadTooLargeException when it is longer than an upload may be
   */
  boolean take(String id, InputStream upload) throws IOException {
    var part = folder.resolve(id + ".part");
    long size = 0;
    boolean complete = false;
    try (var file =
        FileChannel.open(
            part,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      var chunk = new byte[CHUNK];
      for (int read = upload.read(chunk); read >= 0; read = upload.read(chunk)) {
        size += read;
        if (taken.addAndGet(read) > largestSpool) {
          return false;
        }
        if (size > largestUpload) {
          throw new UploadTooLargeException();
        }
        for (var bytes = ByteBuffer.wrap(chunk, 0, read); bytes.hasRemaining(); ) {
          var _ = file.write(bytes);
        }
      }
      file.force(true);
      complete = true;
    } finally {
      if (!complete) {
        taken.addAndGet(-size);
        Files.deleteIfExists(part);
      }
    }
    var _ = Files.move(part, archive(id), StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  /** Forgets the archive, not the report. */
  void forget(String id) throws IOException {
    var archive = archive(id);
    if (Files.exists(archive)) {
      long size = Files.size(archive);
      Files.delete(archive);
      taken.addAndGet(-size);
    }
  }

  /** Forgets the report. */
  void forgetReport(String id) throws IOException {
    Files.deleteIfExists(report(id));
  }

  /** All reports that are kept. */
  List<Report> all() throws IOException {
    var reports = new ArrayList<Report>();
    try (var files = Files.newDirectoryStream(folder, "*.json")) {
      for (var file : files) {
        var name = file.getFileName().toString();
        find(name.substring(0, name.length() - ".json".length())).ifPresent(reports::add);
      }
    }
    return reports;
  }

  /** Keeps a report in place of an earlier one, so that there is always a whole one. */
  void keep(Report report) throws IOException {
    var next = folder.resolve(report.id() + ".next");
    try (var file =
        FileChannel.open(
            next,
            Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      for (var bytes = ByteBuffer.wrap(Codec.TOPIC.write(report)); bytes.hasRemaining(); ) {
        var _ = file.write(bytes);
      }
      file.force(true);
    }
    var _ = Files.move(next, report(report.id()), StandardCopyOption.ATOMIC_MOVE);
  }

  /** The report of this id; whatever is no id has none. */
  Optional<Report> find(String id) throws IOException {
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    try {
      return switch (Codec.TOPIC.read(Files.readAllBytes(report(id)), Report.class)) {
        case Decoded.Value<Report>(var report) -> Optional.of(report);
        case Decoded.Refused<Report>(var reason, var refusal) ->
            throw new IOException("The report " + id + " in the spool " + refusal.reason());
      };
    } catch (NoSuchFileException unknown) {
      return Optional.empty();
    }
  }

  /**
   * Clears up after an earlier run of the process: uploads that broke off and reports that finished
   * before {@code oldest} go.
   *
   * @return the reports of imports that were running
   */
  List<Report> recover(Instant oldest) throws IOException {
    var running = new ArrayList<Report>();
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        var name = file.getFileName().toString();
        if (name.endsWith(".part") || name.endsWith(".next")) {
          Files.delete(file);
        } else if (name.endsWith(".json")) {
          recover(name.substring(0, name.length() - ".json".length()), oldest)
              .ifPresent(running::add);
        }
      }
    }
    var wanted = running.stream().map(report -> archive(report.id())).toList();
    try (var archives = Files.newDirectoryStream(folder, "*.zip")) {
      for (var archive : archives) {
        if (wanted.contains(archive)) {
          taken.addAndGet(Files.size(archive));
        } else {
          Files.delete(archive);
        }
      }
    }
    return running;
  }

  private Optional<Report> recover(String id, Instant oldest) throws IOException {
    var report = find(id);
    if (report.isPresent() && report.get().state() == Report.State.RUNNING) {
      return report;
    }
    if (report.map(Report::finishedAt).filter(at -> at.isBefore(oldest)).isPresent()) {
      Files.delete(report(id));
    }
    return Optional.empty();
  }

  private Path report(String id) {
    return folder.resolve(id + ".json");
  }

  /** An upload that is longer than it may be. */
  static final class UploadTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
