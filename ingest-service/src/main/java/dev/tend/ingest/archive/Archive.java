package dev.tend.ingest.archive;

import dev.tend.ingest.IngestConfig;
import dev.tend.ingest.text.PlainText;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A spooled zip, opened within bounds. The sizes that its directory states are checked before
 * anything is unpacked, and unpacking stops where a file turns out larger than stated; so a bomb
 * costs no more than an honest archive. Archives within the archive are never opened.
 */
final class Archive implements AutoCloseable {
  /** Below this a ratio says nothing. */
  private static final long SMALL = 1 << 20;

  private final ZipFile zip;
  private final List<Part> parts;
  private final AtomicLong bytesRead = new AtomicLong();

  private Archive(ZipFile zip, List<Part> parts) {
    this.zip = zip;
    this.parts = parts;
  }

  /**
   * Opens an archive and finds out what its files are.
   *
   * @throws BadArchiveException when it is no zip, holds nothing that Tend reads, or is too large
   */
  static Archive open(Path file, IngestConfig.Archive bounds) throws IOException {
    ZipFile zip;
    try {
      zip = opened(file);
    } catch (ZipException broken) {
      throw BadArchiveException.broken("The body is no zip archive.");
    }
    try {
      requireBounds(zip, bounds);
      return new Archive(zip, parts(zip));
    } catch (ZipException broken) {
      zip.close();
      throw BadArchiveException.broken("The archive is damaged or encrypted.");
    } catch (IOException | RuntimeException failed) {
      zip.close();
      throw failed;
    }
  }

  /** Older programs write names in the character set of their machine; any will do to open it. */
  private static ZipFile opened(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException namesInAnotherSet) {
      return new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
    }
  }

  /** The files, those that Tend reads first, in the order in which it reads them. */
  List<Part> parts() {
    return parts;
  }

  /** The files of one kind. */
  List<Part> parts(Kind kind) {
    return parts.stream().filter(part -> part.kind().filter(kind::equals).isPresent()).toList();
  }

  /** Opens one of the files, and counts what is read of it; the caller closes it. */
  Sheet sheet(Part part) throws IOException {
    return Sheet.open(new Counted(unpacked(zip, part.entry()), bytesRead));
  }

  /** As {@link #sheet}, for a look ahead that does not count. */
  Sheet glance(Part part) throws IOException {
    return Sheet.open(unpacked(zip, part.entry()));
  }

  /** How many bytes of sheets have been read until now, unpacked; any thread may ask. */
  long bytesRead() {
    return bytesRead.get();
  }

  /** How many bytes there are to read, unpacked. */
  long bytes() {
    return parts.stream()
        .filter(part -> part.kind().isPresent())
        .mapToLong(part -> Math.max(0, part.entry().getSize()))
        .sum();
  }

  /**
   * Unpacks every file that Tend reads, to nowhere, so that a damaged or lying archive is found
   * while its sender still listens.
   */
  void rehearse() throws IOException {
    for (var part : parts) {
      if (part.kind().isPresent()) {
        try (var unpacked = unpacked(zip, part.entry())) {
          var _ = unpacked.transferTo(OutputStream.nullOutputStream());
        } catch (ZipException broken) {
          throw BadArchiveException.broken("The archive is damaged or encrypted.");
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static void requireBounds(ZipFile zip, IngestConfig.Archive bounds)
      throws BadArchiveException {
    if (zip.size() > bounds.mostFiles()) {
      throw BadArchiveException.tooLarge(
          "The archive holds more than " + bounds.mostFiles() + " files.");
    }
    long unpacked = 0;
    for (var entries = zip.entries(); entries.hasMoreElements(); ) {
      var entry = entries.nextElement();
      long size = entry.getSize();
      long packed = Math.max(1, entry.getCompressedSize());
      if (size > bounds.largestFile().asLongValue()
          || (size > SMALL && size / packed > bounds.largestRatio())) {
        throw BadArchiveException.tooLarge("A file of the archive unpacks to more than it may.");
      }
      unpacked += Math.max(0, size);
    }
    if (unpacked > bounds.largestUnpacked().asLongValue()) {
      throw BadArchiveException.tooLarge("The archive unpacks to more than it may.");
    }
  }

  private static List<Part> parts(ZipFile zip) throws IOException {
    var parts = new ArrayList<Part>();
    for (var entries = zip.entries(); entries.hasMoreElements(); ) {
      var entry = entries.nextElement();
      if (!entry.isDirectory()) {
        try (var sheet = Sheet.open(unpacked(zip, entry))) {
          parts.add(new Part(entry, sheet.kind()));
        }
      }
    }
    if (parts.stream().noneMatch(part -> part.kind().isPresent())) {
      throw BadArchiveException.broken(
          "The archive holds none of the files of a LinkedIn export that Tend reads.");
    }
    parts.sort(
        Comparator.comparingInt(part -> part.kind().map(Enum::ordinal).orElse(Integer.MAX_VALUE)));
    return List.copyOf(parts);
  }

  private static InputStream unpacked(ZipFile zip, ZipEntry entry) throws IOException {
    return new AsStated(zip.getInputStream(entry), entry.getSize());
  }

  /**
   * A file of the archive.
   *
   * @param kind empty when Tend has no use for it
   */
  record Part(ZipEntry entry, Optional<Kind> kind) {
    String name() {
      var name = PlainText.line(entry.getName());
      return name.length() > 200 ? name.substring(0, 200) : name;
    }
  }

  /** Counts the bytes that are read. */
  private static final class Counted extends FilterInputStream {
    private final AtomicLong bytes;

    Counted(InputStream file, AtomicLong bytes) {
      super(file);
      this.bytes = bytes;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      bytes.addAndGet(Math.max(0, read));
      return read;
    }
  }

  /** Ends the reading of a file that is larger than the directory stated. */
  private static final class AsStated extends FilterInputStream {
    private long left;

    AsStated(InputStream file, long size) {
      super(file);
      left = size;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      left -= Math.max(0, read);
      if (left < 0) {
        throw BadArchiveException.tooLarge(
            "A file of the archive is larger than the archive's directory says.");
      }
      return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
      throw new UnsupportedOperationException("only read");
    }
  }
}
