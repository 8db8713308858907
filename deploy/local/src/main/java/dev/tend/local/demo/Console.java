package dev.tend.local.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.util.Map;

/**
 * The page on which the story is written. A terminal sees a step while it is under way; a file gets
 * each line once, and no control character. Not thread-safe.
 */
final class Console {
  private static final String ERASE_LINE = "\r\u001b[2K";
  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";
  private static final String MARGIN = "  ";
  private static final int LABEL = 13;
  private static final int REST = Table.WIDTH - MARGIN.length() - LABEL - 1;

  private final PrintStream out;
  private final boolean lively;

  private Console(PrintStream out, boolean lively) {
    this.out = out;
    this.lively = lively;
  }

  /**
   * A console.
   *
   * @param terminal whether somebody looks, and not a file
   * @param environment of the process: {@code NO_COLOR} and {@code TERM=dumb} are heeded
   */
  static Console on(PrintStream out, boolean terminal, Map<String, String> environment) {
    boolean plain =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    return new Console(readable(out), terminal && !plain);
  }

  /** A process without a locale would print a question mark for every accent. */
  private static PrintStream readable(PrintStream out) {
    return out.charset().equals(US_ASCII) ? new PrintStream(out, true, UTF_8) : out;
  }

  void line(String text) {
    out.println(text);
    out.flush();
  }

  /** A sentence in lines that fit the page, behind a mark such as {@code -}. */
  void sentence(String mark, String text) {
    var margin = mark.isEmpty() ? MARGIN : MARGIN + mark + " ";
    for (var line : TextWidth.lines(Table.WIDTH - margin.length(), text)) {
      line(margin + line);
      margin = " ".repeat(margin.length());
    }
  }

  void heading(String text) {
    out.println();
    line(lively ? BOLD + text + PLAIN : text);
  }

  /** Shows how far a step is; only on a terminal. */
  void underWay(String step, String progress) {
    if (lively) {
      out.print(ERASE_LINE + step(step, TextWidth.fitting(REST, progress)));
      out.flush();
    }
  }

  /** Says what came of a step. */
  void done(String step, String outcome) {
    var erased = lively ? ERASE_LINE : "";
    var label = step;
    for (var line : TextWidth.lines(REST, outcome)) {
      line(erased + step(label, line));
      erased = "";
      label = "";
    }
  }

  private static String step(String step, String rest) {
    return MARGIN + TextWidth.filling(LABEL, step) + " " + rest;
  }
}
