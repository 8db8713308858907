package dev.tend.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder that holds everything that a stack keeps. One stack at a time: it is locked while it
 * is open, and the lock ends with the process, however that ends.
 */
final class DataFolder implements AutoCloseable {
  private final Path root;
  private final FileChannel lock;

  private DataFolder(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Makes the folder where it is missing, and locks it.
   *
   * @throws CannotStartException when another stack uses it, or it cannot be written to
   */
  static DataFolder open(Path folder) throws CannotStartException {
    var root = folder.toAbsolutePath().normalize();
    try {
      PrivateFiles.createFolder(root);
      var channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isLocked(channel)) {
        return new DataFolder(root, channel);
      }
      channel.close();
    } catch (IOException failed) {
      throw unusable(root, failed);
    }
    throw new CannotStartException(
        "Another Tend uses the data folder " + root + ". Stop it, or choose another with --data.");
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  /** What to tell when something inside cannot be read or written. */
  CannotStartException unusable(IOException failed) {
    return unusable(root, failed);
  }

  private static CannotStartException unusable(Path root, IOException failed) {
    return new CannotStartException(
        "The data folder " + root + " cannot be used: " + failed, failed);
  }

  /** The folder itself, as an absolute path. */
  Path root() {
    return root;
  }

  /** A folder inside, made where it is missing. */
  Path folder(String name) throws IOException {
    var folder = root.resolve(name);
    PrivateFiles.createFolder(folder);
    return folder;
  }

  /** The log file of a part; one that has grown large is set aside. */
  Path log(String part) throws IOException {
    var file = folder("logs").resolve(part + ".log");
    if (Files.exists(file) && Files.size(file) > 20_000_000) {
      Files.move(
          file,
          file.resolveSibling(part + ".log.1"),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException("the lock of " + root, failed);
    }
  }
}
