package dev.tend.ingest.command;

import dev.tend.ingest.archive.OwnAddresses;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** An export as a person has it: the zip itself, or the folder into which it was unpacked. */
sealed interface Export {

  Path path();

  /** How many bytes it has; of a folder before they are packed. */
  long bytes() throws IOException;

  /** Writes it as one zip. */
  void writeTo(OutputStream out) throws IOException;

  /** The confirmed addresses of its owner, as far as it says. */
  List<String> addresses() throws IOException;

  /** Its name without an ending. */
  default String name() {
    var name = path().toAbsolutePath().normalize().getFileName().toString();
    return isZip(path()) ? name.substring(0, name.length() - ".zip".length()) : name;
  }

  /** The exports at a path: a zip, a folder that holds an export, or one that holds zips. */
  static List<Export> at(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(new Zip(path));
    }
    try (var files = Files.list(path)) {
      var zips = files.filter(Export::isZip).sorted().<Export>map(Zip::new).toList();
      return zips.isEmpty() ? List.of(new Folder(path)) : zips;
    }
  }

  private static boolean isZip(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".zip") && Files.isRegularFile(file);
  }

  private static boolean isSheet(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  /** The zip as LinkedIn gives it. */
  record Zip(Path path) implements Export {
    @Override
    public long bytes() throws IOException {
      return Files.size(path);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      var _ = Files.copy(path, out);
    }

    @Override
    public List<String> addresses() throws IOException {
      var addresses = new ArrayList<String>();
      try (var zip = new ZipFile(path.toFile())) {
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
          var entry = entries.nextElement();
          if (isSheet(entry.getName())) {
            addresses.addAll(OwnAddresses.in(zip.getInputStream(entry)));
          }
        }
      }
      return addresses;
    }
  }

  /** A folder, packed while it is sent; of its files those that could be sheets. */
  record Folder(Path path) implements Export {
    private List<Path> sheets() throws IOException {
      try (var files = Files.walk(path)) {
        return files
            .filter(file -> Files.isRegularFile(file) && isSheet(file.toString()))
            .sorted()
            .toList();
      }
    }

    @Override
    public long bytes() throws IOException {
      long bytes = 0;
      for (var file : sheets()) {
        bytes += Files.size(file);
      }
      return bytes;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      try (var zip = new ZipOutputStream(new BufferedOutputStream(out))) {
        zip.setLevel(Deflater.BEST_SPEED);
        for (var file : sheets()) {
          zip.putNextEntry(new ZipEntry(path.relativize(file).toString().replace('\\', '/')));
          var _ = Files.copy(file, zip);
          zip.closeEntry();
        }
      }
    }

    @Override
    public List<String> addresses() throws IOException {
      var addresses = new ArrayList<String>();
      for (var file : sheets()) {
        InputStream open = Files.newInputStream(file);
        addresses.addAll(OwnAddresses.in(open));
      }
      return addresses;
    }
  }
}
