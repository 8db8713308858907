package dev.tend.testing.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/**
 * Looks for inputs that a module's parsers do not bear: each target in a process of its own, with
 * Jazzer, for a given time. What it finds lies in {@code target/fuzz/<target>/}; to keep it, copy
 * it to the target's seeds. Ends with 1 when anything was found.
 *
 * <p>Called by {@code make fuzz}; options are system properties: {@code fuzz.seconds} for each
 * target (60), {@code fuzz.at-once} (2), {@code fuzz.only}, part of a target's name.
 */
public final class FuzzRun {
  /** An input that takes longer is a finding; the classes of the first are loaded in it as well. */
  private static final int SLOWEST_SECONDS = 30;

  /**
   * Longer inputs find little more, and are slow; mails and sheets are told by their first page.
   */
  private static final int LONGEST_INPUT = 16_384;

  private static final String HEAP = "-Xmx512m";
  private static final Pattern DONE =
      Pattern.compile("^stat::number_of_executed_units:\\s*(\\d+)", Pattern.MULTILINE);
  private static final Pattern COVERED = Pattern.compile("\\bcov: (\\d+)");

  private final int seconds;
  private final PrintStream console;

  private FuzzRun(int seconds, PrintStream console) {
    this.seconds = seconds;
    this.console = console;
  }

  /** Without arguments: see the class. */
  public static void main(String[] none) throws InterruptedException, ExecutionException {
    var only = System.getProperty("fuzz.only", "");
    var targets =
        FuzzTarget.of(Path.of("")).stream()
            .filter(target -> target.className().contains(only))
            .toList();
    var run = new FuzzRun(Integer.getInteger("fuzz.seconds", 60), System.out);
    if (!run.all(targets, Integer.getInteger("fuzz.at-once", 2))) {
      System.exit(1);
    }
  }

  private boolean all(List<FuzzTarget> targets, int atOnce)
      throws InterruptedException, ExecutionException {
    boolean good = true;
    try (var workers = Executors.newFixedThreadPool(atOnce)) {
      var runs = new ArrayList<Future<Outcome>>();
      targets.forEach(target -> runs.add(workers.submit(() -> one(target))));
      for (var run : runs) {
        var outcome = run.get();
        console.println(outcome.line());
        good &= outcome.isGood();
      }
    }
    return good;
  }

  private Outcome one(FuzzTarget target) throws IOException, InterruptedException {
    var folder = Path.of("target/fuzz").resolve(target.seeds().getFileName()).toAbsolutePath();
    var corpus = Files.createDirectories(folder.resolve("corpus"));
    var log = folder.resolve("log.txt");
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.className(),
                "--instrumentation_includes=dev.tend.**",
                "-max_total_time=" + seconds,
                "-timeout=" + SLOWEST_SECONDS,
                "-max_len=" + LONGEST_INPUT,
                "-report_slow_units=" + SLOWEST_SECONDS,
                "-rss_limit_mb=2048",
                "-print_final_stats=1",
                "-artifact_prefix=" + folder + "/",
                corpus.toString(),
                target.seeds().toAbsolutePath().toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int code = process.waitFor();
    return Outcome.of(target, code, Files.readString(log), found(folder));
  }

  private static List<Path> found(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("(crash|timeout|oom|slow-unit)-.*"))
          .sorted()
          .toList();
    }
  }

  private record Outcome(
      FuzzTarget target, int code, String inputs, String paths, List<Path> found) {
    static Outcome of(FuzzTarget target, int code, String log, List<Path> found) {
      return new Outcome(target, code, last(DONE, log), last(COVERED, log), found);
    }

    private static String last(Pattern pattern, String log) {
      return pattern
          .matcher(log)
          .results()
          .reduce((_, last) -> last)
          .map(hit -> hit.group(1))
          .orElse("?");
    }

    boolean isGood() {
      return code == 0 && found.isEmpty();
    }

    String line() {
      var what = isGood() ? "nothing found" : "FOUND " + found + ", exit " + code;
      return String.format(
          Locale.ROOT,
          "%-24s %12s inputs %8s edges   %s",
          target.seeds().getFileName(),
          inputs,
          paths,
          what);
    }
  }
}
