package dev.tend.ingest.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tend.ingest.command.Server.RefusedException;
import java.io.IOException;
import java.time.Duration;

/**
 * One export on its way: <i>waiting</i>, <i>sending</i>, <i>reading</i> (by the server), then
 * <i>done</i> or <i>failed</i>. Written by its own thread, read by whoever draws it.
 */
final class Job {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

  /** While the server is being restarted it goes on by itself, so that patience pays. */
  private static final int MOST_FAILED_LOOKS = 400;

  private final Export export;
  private final String member;
  private volatile Phase phase = Phase.WAITING;
  private volatile int percent;
  private volatile String location = "";
  private volatile String failure = "";
  private volatile JsonNode report = MissingNode.getInstance();

  Job(Export export, String member) {
    this.export = export;
    this.member = member;
  }

  /** How far it is. */
  enum Phase {
    WAITING("waits"),
    SENDING("is sent"),
    READING("is read"),
    DONE("done"),
    FAILED("failed");

    private final String words;

    Phase(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** Does all of it; what goes wrong is kept. */
  void run(Server server) throws InterruptedException {
    try {
      phase = Phase.SENDING;
      long bytes = Math.max(1, export.bytes());
      location =
          server.send(member, export, sent -> percent = (int) Math.min(100, 100 * sent / bytes));
      percent = 0;
      phase = Phase.READING;
      await(server);
    } catch (IOException | RefusedException failed) {
      fail(failed.getMessage() == null ? failed.toString() : failed.getMessage());
    }
  }

  private void await(Server server) throws IOException, InterruptedException, RefusedException {
    for (int failed = 0; ; Thread.sleep(BETWEEN_LOOKS)) {
      try {
        report = server.report(location);
        failed = 0;
      } catch (IOException | RefusedException away) {
        failed++;
        boolean passing = !(away instanceof RefusedException refused) || refused.isPassing();
        if (!passing || failed == MOST_FAILED_LOOKS) {
          throw away;
        }
      }
      percent = report.path("progress").path("percent").asInt(percent);
      switch (report.path("state").asText("")) {
        case "done" -> {
          percent = 100;
          phase = Phase.DONE;
          return;
        }
        case "failed" -> {
          fail(report.path("reason").asText("The server does not say why."));
          return;
        }
        default -> {
          // it goes on
        }
      }
    }
  }

  private void fail(String why) {
    failure = why;
    phase = Phase.FAILED;
  }

  boolean hasEnded() {
    return phase == Phase.DONE || phase == Phase.FAILED;
  }

  Phase phase() {
    return phase;
  }

  /** Of the phase, 0 to 100. */
  int percent() {
    return percent;
  }

  String name() {
    return export.name();
  }

  String member() {
    return member;
  }

  /** Why it failed; empty when it has not. */
  String failure() {
    return failure;
  }

  /** Where its report is; empty before the server has taken it. */
  String location() {
    return location;
  }

  /** The latest report; missing before the first. */
  JsonNode report() {
    return report;
  }
}
