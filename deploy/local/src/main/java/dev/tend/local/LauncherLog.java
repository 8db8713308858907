package dev.tend.local;

import java.io.IOException;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends what the libraries in this process log to a file: the console is for sentences. */
final class LauncherLog {
  private static final int LARGEST = 10_000_000;

  /** Held here, since the logging framework forgets a level when nobody holds its logger. */
  private static final Logger GREENMAIL = Logger.getLogger("com.icegreen.greenmail");

  private LauncherLog() {}

  /** Nothing is logged until a file is known. */
  static void silence() {
    var root = Logger.getLogger("");
    for (var handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    GREENMAIL.setLevel(Level.WARNING); // it logs addresses and passwords
  }

  /** Keeps it in {@code logs/launcher.log} from now on. */
  static void to(DataFolder data) throws CannotStartException {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n");
    try {
      var pattern = data.log("launcher").toString().replace("%", "%%");
      var handler = new FileHandler(pattern, LARGEST, 1, true);
      handler.setFormatter(new SimpleFormatter());
      handler.setErrorManager(new Unmoved());
      Logger.getLogger("").addHandler(handler);
    } catch (IOException failed) {
      throw data.unusable(failed);
    }
  }

  /** The JVM closes its log files when it is told to end, while parts are still being stopped. */
  private static final class Unmoved extends ErrorManager {
    @Override
    public synchronized void error(String message, Exception failed, int code) {}
  }
}
