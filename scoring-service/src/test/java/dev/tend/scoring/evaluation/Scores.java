package dev.tend.scoring.evaluation;

import dev.tend.events.SignalName;
import dev.tend.events.Verdict;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** What can be counted over judged cases. */
record Scores(List<Judged> cases) {

  /** Verdicts that an expert would sign. */
  Share agreement() {
    return share(_ -> true, Judged::agrees);
  }

  /** Of those that were given this verdict, those where it is right. */
  Share precision(Verdict verdict) {
    return share(judged -> judged.verdict() == verdict, Judged::agrees);
  }

  /** Of those where only this verdict is right, those that were given it. */
  Share recall(Verdict verdict) {
    return share(judged -> judged.labelled().isOnly(verdict), Judged::agrees);
  }

  /** The harmonic mean of the two, which is only high when both are. */
  double f1(Verdict verdict) {
    double precision = precision(verdict).value();
    double recall = recall(verdict).value();
    return 2 * precision * recall / (precision + recall);
  }

  /** Of those that show this signal and are labelled for it, those where it must be. */
  Share precision(SignalName signal) {
    return share(
        judged ->
            judged.signals().contains(signal)
                && (judged.labelled().has().contains(signal) || judged.labelled().denies(signal)),
        judged -> judged.labelled().has().contains(signal));
  }

  /** Of those where this signal must be, those that show it. */
  Share recall(SignalName signal) {
    return share(
        judged -> judged.labelled().has().contains(signal),
        judged -> judged.signals().contains(signal));
  }

  /** Cases where this verdict is right, by what the expert says. */
  Share expected(Predicate<Judged> among, Verdict verdict) {
    return share(among, judged -> judged.labelled().verdicts().contains(verdict));
  }

  /**
   * How well an axis sorts: the chance that a case for which an expert wants this verdict, and no
   * other, stands higher on it than one for which no expert does. 0.5 is a coin, 1 is perfect.
   */
  double concordance(Verdict verdict, ToIntFunction<Judged> axis) {
    var wanted =
        cases.stream().filter(judged -> judged.labelled().isOnly(verdict)).mapToInt(axis).toArray();
    var others =
        cases.stream()
            .filter(judged -> !judged.labelled().verdicts().contains(verdict))
            .mapToInt(axis)
            .toArray();
    double above = 0;
    for (int high : wanted) {
      for (int low : others) {
        above += high > low ? 1 : high == low ? 0.5 : 0;
      }
    }
    return above / ((double) wanted.length * others.length);
  }

  /** The same over some of the cases. */
  Scores only(Predicate<Judged> among) {
    return new Scores(cases.stream().filter(among).toList());
  }

  Share share(Predicate<Judged> of, Predicate<Judged> part) {
    int all = 0;
    int some = 0;
    for (var judged : cases) {
      if (of.test(judged)) {
        all++;
        some += part.test(judged) ? 1 : 0;
      }
    }
    return new Share(some, all);
  }
}
