package dev.tend.scoring.learning;

import static dev.tend.events.SignalName.CANDIDATE;
import static dev.tend.events.SignalName.CLIENT;
import static dev.tend.events.SignalName.COPIED_NOTE;
import static dev.tend.events.SignalName.SALES_PITCH;
import static dev.tend.events.SignalName.SAME_FIELD;
import static dev.tend.scoring.learning.AHistory.NOW;
import static dev.tend.scoring.learning.AHistory.aHistory;
import static dev.tend.scoring.learning.AHistory.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Axis;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FitTest {
  private static final double STEP = 0.5;

  /** Told anew from the Javadoc of {@link Fit}, so that each checks the other. */
  @Test
  void noSmallStepMakesTheChoicesMoreProbable() {
    for (long seed = 1; seed <= 20; seed++) {
      var lessons = random(seed);
      var fitted = Fit.of(lessons, NOW);
      double best = logProbability(lessons, fitted);
      for (var name : fitted.keySet()) {
        for (double step : new double[] {-STEP, STEP}) {
          var other = new EnumMap<>(fitted);
          double moved = other.merge(name, step, Double::sum);
          if (Math.abs(moved) <= Fit.MOST) {
            assertThat(logProbability(lessons, other))
                .as("seed %d, %s moved by %s", seed, name.word(), step)
                .isLessThan(best);
          }
        }
      }
    }
  }

  @Test
  void nobodyWhoChoseNothingLeans() {
    assertThat(Fit.of(List.of(), NOW)).isEmpty();
  }

  private static List<Lesson> random(long seed) {
    var random = new Random(seed);
    var history = aHistory();
    for (int i = 0; i < 150; i++) {
      var reasons =
          new Signal[] {
            reason(random.nextBoolean() ? CLIENT : CANDIDATE, 1 + random.nextInt(40)),
            reason(SAME_FIELD, 1 + random.nextInt(20)),
            reason(random.nextBoolean() ? SALES_PITCH : COPIED_NOTE, 1 + random.nextInt(40))
          };
      if (random.nextInt(3) > 0) {
        history.accepting(1, reasons);
      } else {
        history.ignoring(1, reasons);
      }
    }
    return history.lessons().all();
  }

  private static double logProbability(List<Lesson> lessons, Map<SignalName, Double> leans) {
    double sum = 0;
    for (double lean : leans.values()) {
      sum -= lean * lean / (2 * 5 * 5);
    }
    for (var lesson : lessons) {
      double relevance = lesson.relevance();
      double risk = lesson.risk();
      for (var word : lesson.signals()) {
        var name = SignalName.of(word).orElseThrow();
        if (name.axis() == Axis.RELEVANCE) {
          relevance += leans.getOrDefault(name, 0.0);
        } else {
          risk += leans.getOrDefault(name, 0.0);
        }
      }
      double accepts =
          logistic(relevance - lesson.bar() + 0.5) * logistic(lesson.carefulAt() - risk - 0.5);
      double days = Duration.between(lesson.chosenAt(), NOW).toHours() / 24.0;
      sum += Math.pow(0.5, days / 180) * Math.log(lesson.accepted() ? accepts : 1 - accepts);
    }
    return sum;
  }

  private static double logistic(double points) {
    return 1 / (1 + Math.exp(-points / 5));
  }
}
