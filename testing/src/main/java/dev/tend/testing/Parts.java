package dev.tend.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/**
 * Where the broker and the database of the tests run: in containers, or embedded in this process.
 *
 * <p>The system property {@code tend.test.parts}, else the environment variable {@code
 * TEND_TEST_PARTS}, is {@code docker}, {@code embedded} or {@code auto}; {@code auto}, the default,
 * takes containers when a Docker engine answers.
 */
public enum Parts {
  /** In containers of the public images, by Testcontainers. */
  DOCKER,
  /** In this process, or as its children; needs no engine. */
  EMBEDDED;

  private static final System.Logger LOG = System.getLogger(Parts.class.getName());
  private static final Set<Logger> QUIET = ConcurrentHashMap.newKeySet();
  private static final String SWITCH = "tend.test.parts";
  private static final String REMEMBERED = "tend.test.parts.chosen";

  /** What holds in this JVM; the first call says so in the log. */
  public static Parts chosen() {
    return valueOf(oncePerJvm(REMEMBERED, () -> decided().name()));
  }

  /**
   * The text that was kept under this name, else the given one, which is then kept. System
   * properties keep it, because Quarkus loads the classes of a test more than once in a JVM, each
   * time with statics of their own.
   */
  static String oncePerJvm(String name, Supplier<String> first) {
    synchronized (Runtime.getRuntime()) {
      var kept = System.getProperty(name);
      if (kept == null) {
        kept = first.get();
        System.setProperty(name, kept);
      }
      return kept;
    }
  }

  private static Parts decided() {
    var wish =
        Optional.ofNullable(System.getProperty(SWITCH))
            .or(() -> Optional.ofNullable(System.getenv("TEND_TEST_PARTS")))
            .orElse("auto");
    var parts =
        switch (wish.toLowerCase(Locale.ROOT)) {
          case "docker" -> DOCKER;
          case "embedded" -> EMBEDDED;
          case "auto" ->
              engineIsLikely() && DockerClientFactory.instance().isDockerAvailable()
                  ? DOCKER
                  : EMBEDDED;
          default ->
              throw new IllegalArgumentException(
                  SWITCH + " is " + wish + ", but must be auto, docker or embedded");
        };
    LOG.log(
        System.Logger.Level.INFO,
        "Broker and database of the tests: {0} ({1}={2})",
        parts == DOCKER ? "in containers" : "embedded",
        SWITCH,
        wish);
    return parts;
  }

  /** Saves the search, and the errors that it logs, where there is plainly no engine. */
  private static boolean engineIsLikely() {
    return System.getenv("DOCKER_HOST") != null
        || System.getProperty("os.name").startsWith("Windows")
        || Stream.of("/var/run", System.getProperty("user.home") + "/.docker/run")
            .anyMatch(folder -> Files.exists(Path.of(folder, "docker.sock")));
  }

  /**
   * Lets parts of these names log warnings only. They are held here, since the logging framework
   * forgets a level when nobody holds its logger.
   */
  static void quiet(String... loggers) {
    for (var name : loggers) {
      var logger = Logger.getLogger(name);
      logger.setLevel(Level.WARNING);
      QUIET.add(logger);
    }
  }
}
