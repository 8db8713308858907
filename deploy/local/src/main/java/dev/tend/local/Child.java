package dev.tend.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program that runs as a child process, with its output in a log file. It can be started again
 * after its end. Ctrl-C in the terminal reaches the launcher alone, which then stops its children
 * one after the other.
 */
final class Child {
  /** The last part of a log that is looked at for its last lines. */
  private static final int TAIL_BYTES = 64 * 1024;

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private final Leftovers leftovers;
  private @Nullable Process process;
  private boolean stopping;
  private long logBefore;

  Child(
      String name,
      List<String> command,
      Map<String, String> environment,
      Path log,
      Leftovers leftovers) {
    this.name = name;
    this.command = unmovedByCtrlC(command);
    this.environment = Map.copyOf(environment);
    this.log = log;
    this.leftovers = leftovers;
  }

  /** The {@code java} that runs the launcher. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** A signal that is ignored when a program starts stays ignored, by the JVM as well. */
  private static List<String> unmovedByCtrlC(List<String> command) {
    if (File.separatorChar != '/') {
      return command;
    }
    var wrapped = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
    wrapped.addAll(command);
    return List.copyOf(wrapped);
  }

  String name() {
    return name;
  }

  Path log() {
    return log;
  }

  /** Starts the program; does nothing while it runs. */
  synchronized void start() throws CannotStartException {
    if (isAlive()) {
      return;
    }
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      stopping = false;
      logBefore = Files.exists(log) ? Files.size(log) : 0;
      process = builder.start();
      process.getOutputStream().close();
      leftovers.remember(name, process.toHandle());
    } catch (IOException failed) {
      throw new CannotStartException(name + " cannot be started: " + failed.getMessage(), failed);
    }
  }

  synchronized boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** Whether it ended without having been asked to. */
  synchronized boolean hasDied() {
    return process != null && !process.isAlive() && !stopping;
  }

  /** Completes when the program that runs now ends. */
  synchronized CompletableFuture<Child> end() {
    return started().onExit().thenApply(_ -> this);
  }

  /** How it ended: above 128, a signal ended it. */
  synchronized int exitCode() {
    return started().exitValue();
  }

  /** Waits for the end for so long at most. */
  boolean awaitEnd(Duration atMost) throws InterruptedException {
    Process running;
    synchronized (this) {
      running = started();
    }
    return running.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Asks it to end, waits for that, and ends it by force after this time. */
  void stop(Duration patience) throws InterruptedException {
    Process running;
    synchronized (this) {
      if (process == null || !process.isAlive()) {
        return;
      }
      stopping = true;
      running = process;
    }
    running.destroy();
    if (!running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      running.destroyForcibly().waitFor();
    }
  }

  /** Ends it at once, as {@code kill -9} does; as far as this class knows, it has died. */
  void kill() throws InterruptedException {
    Process running;
    synchronized (this) {
      running = started();
    }
    running.destroyForcibly().waitFor();
  }

  /** The last lines that it has logged since its start. */
  synchronized List<String> lastLines(int count) {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      var tail = new byte[Math.clamp(file.length() - logBefore, 0, TAIL_BYTES)];
      file.seek(file.length() - tail.length);
      file.readFully(tail);
      var lines = new String(tail, UTF_8).lines().toList();
      return lines.subList(Math.max(0, lines.size() - count), lines.size());
    } catch (IOException unreadable) {
      return List.of("(its log " + log + " cannot be read: " + unreadable.getMessage() + ")");
    }
  }

  private Process started() {
    if (process == null) {
      throw new IllegalStateException(name + " was never started");
    }
    return process;
  }

  @Override
  public String toString() {
    return name;
  }

  /** A program from a jar that must be there. */
  static Path requireJar(Path jar, String name) throws CannotStartException {
    if (!Files.isRegularFile(jar)) {
      throw new CannotStartException(
          name + " is not built: there is no " + jar + ". Run `make build` first.");
    }
    return jar;
  }
}
