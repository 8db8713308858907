package dev.tend.local;

import dev.tend.local.demo.Demo;
import dev.tend.local.demo.StoryBrokenException;
import java.io.Console;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** {@code java -jar tend-local.jar}: all of Tend on this machine, until Ctrl-C. */
public final class TendLocal {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private final PrintStream out;
  private final PrintStream err;
  private final InstantSource clock;

  /** Whether somebody asked it to: then what ends was meant to end. */
  private volatile boolean stopping;

  TendLocal(PrintStream out, PrintStream err, InstantSource clock) {
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  /** Runs until it is stopped; {@code --help} tells the options and exit codes. */
  public static void main(String[] arguments) throws InterruptedException {
    LauncherLog.silence();
    var launcher = new TendLocal(System.out, System.err, InstantSource.system());
    System.exit(launcher.run(List.of(arguments)));
  }

  int run(List<String> arguments) throws InterruptedException {
    return switch (CommandLine.read(arguments)) {
      case CommandLine.Help() -> {
        out.print(CommandLine.USAGE);
        yield 0;
      }
      case CommandLine.Wrong(var sentence) -> {
        err.println(sentence + ".");
        err.print(CommandLine.USAGE);
        yield MISUSED;
      }
      case CommandLine.Start start -> run(start);
    };
  }

  private int run(CommandLine.Start start) throws InterruptedException {
    try (var data = DataFolder.open(start.data());
        var stack = new Stack(Plan.local(data, start.portBase()), clock, this::say)) {
      LauncherLog.to(data);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack), "stop"));
      var running = stack.start();
      tell(running);
      if (start.demo()) {
        // beside this thread, which watches over the services meanwhile
        var _ = Thread.ofVirtual().name("demo").start(() -> demo(running));
      }
      var ended = stack.firstEnd().join();
      if (!stopping) {
        err.println(Stack.obituary(ended));
        err.println("Stopping the others.");
      }
    } catch (CannotStartException failed) {
      if (!stopping) {
        err.println(failed.getMessage());
      }
    }
    return FAILED;
  }

  /** A story that breaks off is told so; the stack stays, for whoever wants to see why. */
  private void demo(RunningStack running) {
    try {
      Demo.tell(running, out, isTerminal(), clock);
    } catch (StoryBrokenException broken) {
      err.println();
      err.println(broken.getMessage());
      err.println("The stack keeps running. Logs: " + running.data().resolve("logs"));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  private void stop(Stack stack) {
    stopping = true;
    boolean first = !stack.isClosed();
    if (first) {
      say("Stopping …");
    }
    stack.close();
    if (first) {
      say("Stopped.");
    }
  }

  private void say(String sentence) {
    out.println(sentence);
    out.flush();
  }

  private void tell(RunningStack running) {
    say(
        """

        Tend is up.

          ingest-service   %s    PUT members, POST invitations
          scoring-service  %s    POST /explain
          notify-service   %s    what was decided, and why
          Kafka            %s
          mail             SMTP on port %d, IMAP on port %d: the address is the name and the password
          token            %s
          mails as files   %s
          logs             %s

        Ctrl-C stops it; the data stays."""
            .formatted(
                running.ingestUrl(),
                running.scoringUrl(),
                running.notifyUrl(),
                running.kafka(),
                running.smtpPort(),
                running.imapPort(),
                running.tokenFile(),
                running.mails(),
                running.data().resolve("logs")));
  }
}
