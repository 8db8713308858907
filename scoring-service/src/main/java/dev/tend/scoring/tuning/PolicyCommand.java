package dev.tend.scoring.tuning;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Member;
import dev.tend.events.Policy;
import dev.tend.events.RefusedException;
import dev.tend.scoring.policy.Policies;
import dev.tend.scoring.policy.PolicyFile;
import dev.tend.scoring.policy.Trial;
import dev.tend.scoring.topology.Deadline;
import dev.tend.scoring.topology.Past;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code make policy ARGS="…"}: checks, tells and tries a policy file, and adopts none. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description = "Checks, tells and tries a policy file; docs/policy-file.md explains it.",
    footer = {
      "",
      "Exit code 0 when all is well, 1 when something is wrong with the file or the try failed, 2 for a command line that",
      "cannot be understood."
    })
public final class PolicyCommand {
  private static final int WRONG = 1;
  private static final int MISUSED = 2;
  private static final int KAFKA = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Held here, since the logging framework forgets a level when nobody holds its logger. */
  private static final Logger ROOT = Logger.getLogger("");

  private final PrintWriter out;
  private final PrintWriter err;
  private final InstantSource clock;

  PolicyCommand(PrintWriter out, PrintWriter err, InstantSource clock) {
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  /** Runs one command; {@code --help} tells the options. */
  public static void main(String[] arguments) {
    ROOT.setLevel(Level.OFF); // what Kafka's client logs is not for whoever reads a report
    var out = new PrintWriter(System.out, true, UTF_8);
    var err = new PrintWriter(System.err, true, UTF_8);
    System.exit(run(out, err, InstantSource.system(), arguments));
  }

  static int run(PrintWriter out, PrintWriter err, InstantSource clock, String... arguments) {
    return new CommandLine(new PolicyCommand(out, err, clock))
        .setOut(out)
        .setErr(err)
        .execute(arguments);
  }

  /** A file cannot be used; the sentence says why. */
  private static final class UnusableException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int exitCode;

    UnusableException(String sentence, int exitCode) {
      super(sentence);
      this.exitCode = exitCode;
    }
  }

  /** What a command does; returns its exit code. */
  @FunctionalInterface
  private interface Work {
    void run() throws UnusableException;
  }

  private int told(Work work) {
    try {
      work.run();
      return 0;
    } catch (UnusableException unusable) {
      err.println(unusable.getMessage());
      return unusable.exitCode;
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Tells everything that is wrong in a policy file.")
  int check(@Parameters(paramLabel = "FILE") Path file) {
    return told(
        () -> {
          var policies = policies(file);
          out.printf(
              "%s is sound: %d teams, %d members named.%n",
              file, policies.teams(), policies.members());
        });
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Tells what holds for a member, each value with the layer it comes from.")
  int dump(
      @Parameters(paramLabel = "FILE") Path file,
      @Option(names = "--member", required = true, paramLabel = "ID", description = "whom")
          String member,
      @Option(
              names = "--member-json",
              paramLabel = "FILE",
              description = "the member as PUT /members has it; without it, they say nothing")
          Optional<Path> said) {
    return told(
        () -> {
          var policies = policies(file);
          var own = said.isPresent() ? own(said.get(), member) : Policy.DEFAULT;
          for (var line : policies.told(member, own)) {
            out.printf("%-45s %-24s %s%n", line.path(), line.value(), line.by());
          }
        });
  }

  @Command(
      name = "try",
      mixinStandardHelpOptions = true,
      description = "Tells which verdicts of the past a policy file would change.")
  int attempt(
      @Parameters(paramLabel = "FILE") Path file,
      @Option(
              names = "--present",
              paramLabel = "FILE",
              description = "the policy in force; the defaults, if none is")
          Optional<Path> present,
      @Option(
              names = "--bootstrap",
              paramLabel = "HOST:PORT",
              description = "the broker; or --port-base")
          Optional<String> bootstrap,
      @Option(
              names = "--port-base",
              paramLabel = "PORT",
              description = "of the local stack that runs, such as 8080")
          Optional<Integer> portBase,
      @Option(
              names = "--kafka",
              paramLabel = "FILE",
              description = "further settings of Kafka's client, as properties")
          Optional<Path> kafka,
      @Option(names = "--application", defaultValue = "tend-scoring", paramLabel = "ID")
          String application,
      @Option(
              names = "--since",
              paramLabel = "DATE|DAYS",
              description = "such as 2026-02-08 or 90d; default 90d")
          Optional<String> since,
      @Option(
              names = "--limit",
              paramLabel = "COUNT",
              description = "how many invitations, the latest ones; default 5000")
          Optional<String> limit,
      @Option(
              names = "--examples",
              paramLabel = "COUNT",
              defaultValue = "5",
              description = "of each way in which a verdict changes; default ${DEFAULT-VALUE}")
          int examples) {
    return told(
        () -> {
          if (bootstrap.isPresent() == portBase.isPresent()) {
            throw new UnusableException(
                "Name the broker by --bootstrap or by --port-base.", MISUSED);
          }
          var candidate = policies(file);
          var inForce = present.isPresent() ? policies(present.get()) : Policies.NONE;
          var settings = kafka.isPresent() ? settings(kafka.get()) : new HashMap<String, Object>();
          settings.put(
              ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
              bootstrap.orElseGet(() -> "localhost:" + (portBase.orElseThrow() + KAFKA)));
          var scope = scope(since, limit);
          var trial = new Trial(inForce, candidate, scope.since(), scope.limit());
          try {
            new ComparisonText(out)
                .tell(
                    Trials.on(
                        new Past(settings, application), trial, Deadline.in(PATIENCE), examples));
          } catch (Past.UnknownException unknown) {
            throw new UnusableException(unknown.getMessage() + ".", WRONG);
          }
        });
  }

  private Scope scope(Optional<String> since, Optional<String> limit) throws UnusableException {
    try {
      return Scope.of(since.orElse(null), limit.orElse(null), clock.instant());
    } catch (RefusedException refused) {
      throw new UnusableException("--" + refused.refusal().sentence() + ".", MISUSED);
    }
  }

  private static Policies policies(Path file) throws UnusableException {
    return switch (PolicyFile.read(bytes(file))) {
      case PolicyFile.Sound(var policies) -> policies;
      case PolicyFile.Faulty(var faults) -> {
        var lines = new StringBuilder();
        for (var fault : faults) {
          // as compilers write it, so that editors jump there
          lines.append(
              "%s:%d:%d: %s %s%n"
                  .formatted(
                      file,
                      fault.line(),
                      fault.column(),
                      fault.field().isEmpty() ? "the file" : fault.field(),
                      fault.reason()));
        }
        throw new UnusableException(lines.toString().stripTrailing(), WRONG);
      }
    };
  }

  private static Policy own(Path file, String id) throws UnusableException {
    return switch (Codec.DOOR.read(bytes(file), Member.class)) {
      case Decoded.Refused<Member>(var _, var refusal) ->
          throw new UnusableException(file + ": " + refusal.sentence(), WRONG);
      case Decoded.Value<Member>(var member) when !member.id().equals(id) ->
          throw new UnusableException(file + " is about somebody else than " + id + ".", MISUSED);
      case Decoded.Value<Member>(var member) -> member.policy();
    };
  }

  private static Map<String, Object> settings(Path file) throws UnusableException {
    try (var reader = Files.newBufferedReader(file)) {
      var properties = new Properties();
      properties.load(reader);
      var settings = new HashMap<String, Object>();
      properties.forEach((key, value) -> settings.put(key.toString(), value));
      return settings;
    } catch (IOException unreadable) {
      throw new UnusableException(file + " cannot be read.", MISUSED);
    }
  }

  private static byte[] bytes(Path file) throws UnusableException {
    try (var stream = Files.newInputStream(file)) {
      return stream.readNBytes(PolicyFile.LARGEST_BYTES + 1);
    } catch (IOException unreadable) {
      throw new UnusableException(file + " cannot be read.", MISUSED);
    }
  }
}
