package dev.tend.ingest.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.ingest.command.Server.RefusedException;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tend-import DIR-OR-ZIP...}: brings several exports in, and tells what came of them. */
@Command(
    name = "tend-import",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Imports LinkedIn export archives: zips, unpacked folders, or folders of zips.",
    footer = {
      "",
      "Whose an archive is: the one of --member; else the one that --members gives for its file name or for a confirmed",
      "address in its Email Addresses.csv; else the member whose id is its file name, such as amy.chen.zip.",
      "",
      "Exit code 0 when all were imported, 1 when one failed, 2 for a command line or token that cannot be used, 130",
      "after Ctrl-C: what the server has accepted by then it imports all the same."
    })
public final class ImportCommand implements Callable<Integer> {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;
  private static final int AT_ONCE = 2;
  private static final int MILLIS_BETWEEN_DRAWINGS = 200;

  private final PrintWriter out;
  private final PrintWriter err;
  private final Map<String, String> environment;
  private final boolean terminal;

  @Parameters(arity = "1..*", paramLabel = "DIR-OR-ZIP", description = "the archives")
  private List<Path> paths = List.of();

  @Option(
      names = "--server",
      paramLabel = "URL",
      defaultValue = "http://localhost:8081",
      description = "where ingest-service is; default ${DEFAULT-VALUE}")
  private URI server = URI.create("http://localhost:8081");

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "a file with the token; without it, TEND_TOKEN of the environment")
  private Optional<Path> tokenFile = Optional.empty();

  @Option(names = "--member", paramLabel = "ID", description = "whose the only archive is")
  private Optional<String> member = Optional.empty();

  @Option(
      names = "--members",
      paramLabel = "FILE",
      description = "lines such as 'amy@chen.example = amy.chen' or 'Amys export = amy.chen'")
  private Optional<Path> members = Optional.empty();

  ImportCommand(
      PrintWriter out, PrintWriter err, Map<String, String> environment, boolean terminal) {
    this.out = out;
    this.err = err;
    this.environment = environment;
    this.terminal = terminal;
  }

  /** Imports; {@code --help} tells the options. */
  public static void main(String[] arguments) {
    var out = new PrintWriter(System.out, true, UTF_8);
    var err = new PrintWriter(System.err, true, UTF_8);
    boolean terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    System.exit(run(out, err, System.getenv(), terminal, arguments));
  }

  static int run(
      PrintWriter out,
      PrintWriter err,
      Map<String, String> environment,
      boolean terminal,
      String... arguments) {
    return new CommandLine(new ImportCommand(out, err, environment, terminal))
        .setOut(out)
        .setErr(err)
        .execute(arguments);
  }

  @Override
  public Integer call() throws InterruptedException {
    try (var doors = new Server(server, token())) {
      var jobs = jobs(doors);
      var farewell = new Thread(() -> sayWhatGoesOn(jobs));
      Runtime.getRuntime().addShutdownHook(farewell);
      work(jobs, doors);
      Runtime.getRuntime().removeShutdownHook(farewell);
      jobs.forEach(job -> Table.print(out, job));
      return jobs.stream().allMatch(job -> job.phase() == Job.Phase.DONE) ? 0 : FAILED;
    } catch (MisusedException misused) {
      err.println(misused.getMessage());
      return MISUSED;
    }
  }

  private void work(List<Job> jobs, Server doors) throws InterruptedException {
    var screen = new Screen(out, terminal);
    var open = new CountDownLatch(jobs.size());
    try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
      for (var job : jobs) {
        var _ =
            workers.submit(
                () -> {
                  try {
                    job.run(doors);
                  } finally {
                    open.countDown();
                  }
                  return job;
                });
      }
      do {
        screen.show(jobs);
      } while (!open.await(MILLIS_BETWEEN_DRAWINGS, TimeUnit.MILLISECONDS));
      screen.show(jobs);
    }
  }

  private void sayWhatGoesOn(List<Job> jobs) {
    for (var job : jobs) {
      if (!job.hasEnded() && !job.location().isEmpty()) {
        err.printf("%s goes on at the server: %s%n", job.name(), server.resolve(job.location()));
      }
    }
  }

  private String token() throws MisusedException {
    try {
      var token =
          tokenFile.isPresent()
              ? Files.readString(tokenFile.get())
              : environment.getOrDefault("TEND_TOKEN", "");
      if (token.isBlank()) {
        throw new MisusedException(
            "Set TEND_TOKEN, or give --token-file, with a token of role ingest.");
      }
      return token.strip();
    } catch (IOException unreadable) {
      throw new MisusedException("The token file cannot be read: " + unreadable.getMessage());
    }
  }

  private List<Job> jobs(Server doors) throws MisusedException, InterruptedException {
    try {
      var exports = new ArrayList<Export>();
      for (var path : paths) {
        if (!Files.exists(path)) {
          throw new MisusedException("There is no " + path + ".");
        }
        exports.addAll(Export.at(path));
      }
      if (member.isPresent() && exports.size() > 1) {
        throw new MisusedException("--member names one member, but there are several archives.");
      }
      var known = known();
      var jobs = new ArrayList<Job>();
      for (var export : exports) {
        var whose = member.isPresent() ? member.get() : whose(export, known, doors);
        if (!doors.knows(whose)) {
          throw new MisusedException(
              export.path()
                  + " is for "
                  + whose
                  + ", but no member has this id; put the member first.");
        }
        jobs.add(new Job(export, whose));
      }
      return jobs;
    } catch (IOException failed) {
      throw new MisusedException(
          "The server or an archive cannot be read: "
              + (failed.getMessage() == null ? failed : failed.getMessage()));
    } catch (RefusedException refused) {
      throw new MisusedException(refused.sentence());
    }
  }

  /** Names and addresses with their members, in lower case. */
  private Map<String, String> known() throws IOException, MisusedException {
    var known = new HashMap<String, String>();
    if (members.isPresent()) {
      for (var line : Files.readAllLines(members.get())) {
        int equals = line.lastIndexOf('=');
        if (equals > 0) {
          known.put(
              line.substring(0, equals).strip().toLowerCase(Locale.ROOT),
              line.substring(equals + 1).strip());
        } else if (!line.isBlank() && !line.startsWith("#")) {
          throw new MisusedException(
              members.get() + " has a line that is not such as 'amy@chen.example = amy.chen'.");
        }
      }
    }
    return known;
  }

  private static String whose(Export export, Map<String, String> known, Server doors)
      throws IOException, InterruptedException, MisusedException, RefusedException {
    var name = export.name();
    var byName = known.get(name.toLowerCase(Locale.ROOT));
    if (byName != null) {
      return byName;
    }
    var byAddress = new HashSet<String>();
    for (var address : export.addresses()) {
      var id = known.get(address.toLowerCase(Locale.ROOT));
      if (id != null) {
        byAddress.add(id);
      }
    }
    if (byAddress.size() == 1) {
      return byAddress.iterator().next();
    }
    if (name.matches("[a-z0-9][a-z0-9._-]{0,63}") && doors.knows(name)) {
      return name;
    }
    throw new MisusedException(
        "Whose is "
            + export.path()
            + "? Give --member ID, or --members FILE with a line for its name or its owner's address.");
  }

  /** What was asked for cannot be done; the message says why. */
  private static final class MisusedException extends Exception {
    private static final long serialVersionUID = 1L;

    MisusedException(String sentence) {
      super(sentence);
    }
  }
}
