package dev.tend.ingest.portability;

import dev.tend.ingest.IngestConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** What must be set before a member can be asked. Each failure is one sentence. */
final class Requirements {
  private static final String PREFIX = "tend.ingest.portability.";
  private static final int LARGEST_PAGE = 50;
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private Requirements() {}

  /**
   * Checks the settings, and reads the keys.
   *
   * @throws IllegalStateException when one is missing or wrong
   */
  static Seal seal(IngestConfig.Portability config) {
    require(
        config.clientSecret(), "client-secret", "the secret of the firm's LinkedIn application");
    var redirect = require(config.redirect(), "redirect", "where LinkedIn sends members back to");
    for (var address : new URI[] {redirect, config.authorization(), config.token(), config.api()}) {
      if (!isSafe(address)) {
        throw new IllegalStateException(
            "The addresses under " + PREFIX + "* must begin with https://.");
      }
    }
    if (config.pageSize() < 1 || config.pageSize() > LARGEST_PAGE) {
      throw new IllegalStateException(
          "Set " + PREFIX + "page-size to a number from 1 to " + LARGEST_PAGE + ".");
    }
    try {
      return Seal.of(
          require(
              config.keysFile().map(Requirements::text).or(config::keys),
              "keys or " + PREFIX + "keys-file",
              "the keys that seal the members' tokens"));
    } catch (IllegalArgumentException noKeys) {
      throw new IllegalStateException(
          "The keys under " + PREFIX + "keys are not right: " + noKeys.getMessage() + ".");
    }
  }

  private static <T> T require(Optional<T> value, String key, String what) {
    return value.orElseThrow(
        () -> new IllegalStateException("Set " + PREFIX + key + " to " + what + "."));
  }

  /** Tokens travel in the clear nowhere but inside this machine. */
  private static boolean isSafe(URI address) {
    return "https".equals(address.getScheme())
        || ("http".equals(address.getScheme())
            && address.getHost() != null
            && THIS_MACHINE.contains(address.getHost()));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "Set " + PREFIX + "keys-file to a file that ingest-service may read.", unreadable);
    }
  }
}
