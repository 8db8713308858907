package dev.tend.scoring.learning;

import dev.tend.events.Axis;
import dev.tend.events.SignalName;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How many points more or less each reason should count so that the advice fits what a member
 * chose, and no more than the choices can bear out.
 *
 * <p>Reasons come together, so counting how often each went with an acceptance would credit all of
 * them with what one did. Instead the leans are fitted together. The verdict's own rule, made soft,
 * says how likely an acceptance is:
 *
 * <pre>  P(accept) = s((relevance + leans - bar) / T) * s((careful - risk - leans) / T)</pre>
 *
 * with s the logistic function. Each lean is drawn towards 0, the policy's own weight, as if by a
 * normal prior, and each choice counts half after {@link #HALF_LIFE}. The most probable leans are
 * found by Fisher scoring, one lean at a time.
 *
 * <p>In a simulated year it gains half as much agreement again as plain counting
 * (docs/decisions/0006-learning.md).
 */
final class Fit {
  /** A choice of half a year ago says half as much as one of today. */
  static final Duration HALF_LIFE = Duration.ofDays(180);

  /** How far a lean may go either way, in points. */
  static final int MOST = 10;

  /** How far members stray from the policy's points, in points; between 3 and 8 little changes. */
  private static final double PRIOR = 5;

  /** How far from a bar choices are still uncertain, in points; from 4 to 9 little changes. */
  private static final double SOFTNESS = 5;

  /**
   * What may not be learned is fitted all the same and thrown away, so that others do not answer
   * for it. A member may go by it far more than the policy does, so it has a wide prior, and it is
   * set against relevance, where it can tell at once.
   */
  private static final double BYSTANDER_PRIOR = 20;

  private static final double BYSTANDER_MOST = 100;

  /** A twentieth of a point changes no verdict. */
  private static final double ENOUGH = 0.05;

  private static final int MOST_ROUNDS = 50;
  private static final double LEAST_DOUBT = 1e-9;

  private final List<Lesson> lessons;
  private final double[] weight;

  /** How far each lesson is above the bar of relevance and below that of risk, by the leans. */
  private final double[] above;

  private final double[] below;

  /** How sure it thereby is to clear the one, and to stay under the other. */
  private final double[] clears;

  private final double[] stays;

  private final Map<SignalName, int[]> lessonsWith = new EnumMap<>(SignalName.class);
  private final Map<SignalName, Double> leans = new EnumMap<>(SignalName.class);

  private Fit(List<Lesson> lessons, Instant now) {
    this.lessons = lessons;
    int count = lessons.size();
    weight = new double[count];
    above = new double[count];
    below = new double[count];
    clears = new double[count];
    stays = new double[count];
    for (int i = 0; i < count; i++) {
      var lesson = lessons.get(i);
      weight[i] = weight(lesson, now);
      // sums are whole, so a bar lies between the last that fails and the first that passes
      raise(i, lesson.relevance() - lesson.bar() + 0.5);
      calm(i, lesson.carefulAt() - lesson.risk() - 0.5);
    }
    for (var name : SignalName.values()) {
      int[] with =
          IntStream.range(0, count)
              .filter(i -> lessons.get(i).signals().contains(name.word()))
              .toArray();
      if (with.length > 0) {
        lessonsWith.put(name, with);
      }
    }
  }

  /**
   * The leans of all reasons that were seen; within {@link #MOST} for those that may be learned.
   */
  static Map<SignalName, Double> of(List<Lesson> lessons, Instant now) {
    var fit = new Fit(lessons, now);
    double moved = MOST;
    for (int round = 0; round < MOST_ROUNDS && moved > ENOUGH; round++) {
      moved = 0;
      for (var reason : fit.lessonsWith.entrySet()) {
        moved = Math.max(moved, fit.improve(reason.getKey(), reason.getValue()));
      }
    }
    return fit.leans;
  }

  /** How much a choice still says, from 1 for one of today down to 0. */
  static double weight(Lesson lesson, Instant now) {
    double age = Duration.between(lesson.chosenAt(), now).toSeconds();
    return Math.pow(0.5, Math.max(0, age) / HALF_LIFE.toSeconds());
  }

  /** Moves one lean to where it fits best while the others stay; gives how far, in points. */
  private double improve(SignalName name, int[] with) {
    boolean isBystander = !Taste.mayLearn(name);
    boolean isFlag = name.axis() == Axis.RISK && !isBystander;
    double prior = isBystander ? BYSTANDER_PRIOR : PRIOR;
    double most = isBystander ? BYSTANDER_MOST : MOST;
    double before = leans.getOrDefault(name, 0.0);
    double slope = -before / (prior * prior);
    double curve = 1 / (prior * prior);
    for (int i : with) {
      double accepts = clears[i] * stays[i];
      double doubt = Math.max(1 - accepts, LEAST_DOUBT);
      double pull = (1 - (isFlag ? stays[i] : clears[i])) / doubt / SOFTNESS;
      double surprise = (lessons.get(i).accepted() ? 1 : 0) - accepts;
      slope += weight[i] * pull * (isFlag ? -surprise : surprise);
      curve += weight[i] * pull * pull * accepts * doubt;
    }
    double after = Math.clamp(before + slope / curve, -most, most);
    for (int i : with) {
      if (isFlag) {
        calm(i, before - after);
      } else {
        raise(i, after - before);
      }
    }
    leans.put(name, after);
    return Math.abs(after - before);
  }

  private void raise(int lesson, double points) {
    above[lesson] += points;
    clears[lesson] = logistic(above[lesson]);
  }

  private void calm(int lesson, double points) {
    below[lesson] += points;
    stays[lesson] = logistic(below[lesson]);
  }

  private static double logistic(double points) {
    return 1 / (1 + Math.exp(-points / SOFTNESS));
  }
}
