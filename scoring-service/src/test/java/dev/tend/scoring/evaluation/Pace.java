package dev.tend.scoring.evaluation;

import dev.tend.events.Decision;
import dev.tend.scoring.explain.Explained;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The processor time of one judgement when warm, from the parsed question to the decision. */
record Pace(Duration median, Duration slow) {
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final int WARM_UPS = 60;
  private static final int ROUNDS = 15;

  /** Judges every case many times; {@code slow} is what 95 of 100 stay below. */
  static Pace of(List<Labelled> cases) {
    var questions = cases.stream().map(one -> Explained.question(one.id(), one.body())).toList();
    int points = 0;
    for (int i = 0; i < WARM_UPS; i++) {
      for (var question : questions) {
        points += question.decision().relevance();
      }
    }
    var times = new long[questions.size()];
    for (int i = 0; i < times.length; i++) {
      long start = CPU.getCurrentThreadCpuTime();
      for (int round = 0; round < ROUNDS; round++) {
        points += relevance(questions.get(i).decision());
      }
      times[i] = (CPU.getCurrentThreadCpuTime() - start) / ROUNDS;
    }
    if (points == 0) {
      throw new IllegalStateException("no case has any relevance");
    }
    Arrays.sort(times);
    return new Pace(
        Duration.ofNanos(times[times.length / 2]),
        Duration.ofNanos(times[times.length * 95 / 100]));
  }

  private static int relevance(Decision decision) {
    return decision.relevance();
  }
}
