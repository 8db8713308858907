package dev.tend.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/** What the command line asks for. */
sealed interface CommandLine {
  int DEFAULT_PORT_BASE = 8080;
  Path DEFAULT_DATA = Path.of(".tend");
  Path DEFAULT_DEMO_DATA = Path.of(".tend-demo");

  String USAGE =
      """
      Usage: java -jar tend-local.jar [--demo] [--data DIR] [--port-base PORT]

        --demo            feed it a sample firm and tell what was decided
        --data DIR        where everything is kept; default .tend, with --demo .tend-demo
        --port-base PORT  default 8080; +1 ingest-service, +2 scoring-service, +3 notify-service,
                          +4 Kafka, +5 SMTP, +6 IMAP, +7 PostgreSQL
        --help            this text

      Runs until Ctrl-C. Exit code 0 or 130 when asked to stop, 1 when something failed, 2 for a
      command line that cannot be understood.
      """;

  /** Start the stack. */
  record Start(boolean demo, Path data, int portBase) implements CommandLine {}

  /** Tell how it is used. */
  record Help() implements CommandLine {}

  /** It cannot be understood; the sentence says why. */
  record Wrong(String sentence) implements CommandLine {}

  /** Reads the arguments; {@code --data DIR} and {@code --data=DIR} mean the same. */
  static CommandLine read(List<String> arguments) {
    var rest = new ArrayDeque<String>();
    for (var argument : arguments) {
      int equals = argument.indexOf('=');
      if (argument.startsWith("--") && equals > 0) {
        rest.add(argument.substring(0, equals));
        rest.add(argument.substring(equals + 1));
      } else {
        rest.add(argument);
      }
    }
    boolean demo = false;
    var data = Optional.<Path>empty();
    int portBase = DEFAULT_PORT_BASE;
    while (!rest.isEmpty()) {
      var option = rest.remove();
      switch (option) {
        case "--help", "-h" -> {
          return new Help();
        }
        case "--demo" -> demo = true;
        case "--data" -> {
          if (rest.isEmpty() || rest.element().isBlank()) {
            return new Wrong("--data needs a folder");
          }
          data = Optional.of(Path.of(rest.remove()));
        }
        case "--port-base" -> {
          var port = rest.isEmpty() ? Optional.<Integer>empty() : portBase(rest.remove());
          if (port.isEmpty()) {
            return new Wrong("--port-base needs a number from 1024 to " + Ports.HIGHEST_BASE);
          }
          portBase = port.get();
        }
        default -> {
          return new Wrong("There is no option " + option);
        }
      }
    }
    return new Start(demo, data.orElse(demo ? DEFAULT_DEMO_DATA : DEFAULT_DATA), portBase);
  }

  private static Optional<Integer> portBase(String text) {
    if (!text.matches("\\d{4,5}")) {
      return Optional.empty();
    }
    int base = Integer.parseInt(text);
    return base >= 1024 && base <= Ports.HIGHEST_BASE ? Optional.of(base) : Optional.empty();
  }
}
