package dev.tend.ingest.command;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows how far all jobs are: on a terminal a bar for each, drawn anew in its place; elsewhere a
 * line whenever one enters another phase. For one thread.
 */
final class Screen {
  private static final int WIDTH = 30;
  private static final int LONGEST_NAME = 40;

  private final PrintWriter out;
  private final boolean terminal;
  private final Map<Job, Job.Phase> told = new HashMap<>();
  private boolean drawn;

  Screen(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  void show(List<Job> jobs) {
    if (terminal) {
      draw(jobs);
    } else {
      jobs.forEach(this::tell);
    }
    out.flush();
  }

  private void draw(List<Job> jobs) {
    if (drawn) {
      out.printf("\033[%dA", jobs.size());
    }
    drawn = true;
    for (var job : jobs) {
      out.printf("\r\033[2K%s%n", bar(job));
    }
  }

  private static String bar(Job job) {
    int full = WIDTH * job.percent() / 100;
    return "%-40s %s%s %3d %% %s"
        .formatted(
            shortened(job.name()),
            "█".repeat(full),
            "░".repeat(WIDTH - full),
            job.percent(),
            job.phase().words());
  }

  private void tell(Job job) {
    var phase = job.phase();
    if (phase != Job.Phase.WAITING && told.put(job, phase) != phase) {
      out.printf("%s (%s): %s%n", job.name(), job.member(), phase.words());
    }
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }
}
