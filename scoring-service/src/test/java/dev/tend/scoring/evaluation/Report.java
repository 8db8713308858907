package dev.tend.scoring.evaluation;

import static java.util.stream.Collectors.joining;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.tend.events.Axis;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.events.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** Says in plain words how well one set of cases was judged. */
final class Report {
  private static final int WIDTH = 100;
  private static final int[] ABOVE_THE_BAR = {-45, -20, -10, 0, 10, 25, 91};
  private static final int[] RISK = {0, 1, 15, 30, 60, 101};

  private final StringBuilder out = new StringBuilder();
  private final Scores scores;

  private Report(Scores scores) {
    this.scores = scores;
  }

  /**
   * The report.
   *
   * @param name of the set
   * @param tells whether the wrong cases are told in full, or by their ids only
   */
  static String of(String name, List<Judged> cases, boolean tells) {
    var report = new Report(new Scores(cases));
    report.headline(name);
    report.themes();
    report.verdicts();
    report.signals();
    report.calibration(
        "relevance less bar", Verdict.ACCEPT, ABOVE_THE_BAR, _ -> true, Judged::aboveTheBar);
    report.calibration(
        "risk", Verdict.IGNORE, RISK, Judged::mayBeAsked, one -> one.decision().risk());
    report.fairness();
    report.wrong(tells);
    return report.out.toString();
  }

  private void headline(String name) {
    var hard = scores.only(judged -> judged.labelled().hard());
    var agreement = scores.agreement();
    line("%s: %d cases, %d of them hard", name, scores.cases().size(), hard.cases().size());
    line("");
    line(
        "  The verdict is one that an expert would sign in %s (%d of %d; 95 %% interval %.1f to %.1f %%),",
        agreement.percent(),
        agreement.part(),
        agreement.of(),
        100 * agreement.lowest(),
        100 * agreement.highest());
    line("  of the hard cases in %s.", hard.agreement().percent());
  }

  private void themes() {
    line("");
    line("  %-28s %6s %10s   %s", "theme", "cases", "agreement", "all labels of signals hold");
    var themes = new TreeSet<String>();
    scores.cases().forEach(judged -> themes.add(judged.labelled().theme()));
    for (var theme : themes) {
      var some = scores.only(judged -> judged.labelled().theme().equals(theme));
      line(
          "  %-28s %6d %10s   %s",
          theme,
          some.cases().size(),
          some.agreement().percent(),
          some.share(_ -> true, Judged::signalsHold).percent());
    }
  }

  private void verdicts() {
    line("");
    line(
        "  %-22s %8s %8s %8s %8s   %9s %9s %7s",
        "expected", "cases", "accept", "ask", "ignore", "precision", "recall", "F1");
    for (var verdict : Verdict.values()) {
      row(
          word(verdict),
          scores.only(judged -> judged.labelled().isOnly(verdict)),
          scores.precision(verdict).percent(),
          scores.recall(verdict).percent(),
          String.format(Locale.ROOT, "%.3f", scores.f1(verdict)));
    }
    row(
        "experts would differ",
        scores.only(judged -> judged.labelled().verdicts().size() > 1),
        "",
        "",
        "");
  }

  private void row(String name, Scores some, String precision, String recall, String f1) {
    line(
        "  %-22s %8d %8d %8d %8d   %9s %9s %7s",
        name,
        some.cases().size(),
        given(some, Verdict.ACCEPT),
        given(some, Verdict.ASK),
        given(some, Verdict.IGNORE),
        precision,
        recall,
        f1);
  }

  private static int given(Scores some, Verdict verdict) {
    return some.share(_ -> true, judged -> judged.verdict() == verdict).part();
  }

  private void signals() {
    line("");
    line("  %-22s %10s %10s %10s %12s", "signal", "precision", "(of)", "recall", "(of)");
    for (var signal : SignalName.values()) {
      var precision = scores.precision(signal);
      var recall = scores.recall(signal);
      line(
          "  %-22s %10s %10d %10s %12d",
          signal.word(), precision.percent(), precision.of(), recall.percent(), recall.of());
    }
  }

  /** How often an expert would give the verdict, from the lowest to the highest on an axis. */
  private void calibration(
      String axis,
      Verdict verdict,
      int[] steps,
      Predicate<Judged> among,
      ToIntFunction<Judged> points) {
    var some = scores.only(among);
    line("");
    line("  %-20s %6s   %s", axis, "cases", "where an expert would say " + word(verdict));
    double highest = 0;
    boolean rises = true;
    for (int i = 0; i + 1 < steps.length; i++) {
      int from = steps[i];
      int below = steps[i + 1];
      var share =
          some.expected(
              judged -> points.applyAsInt(judged) >= from && points.applyAsInt(judged) < below,
              verdict);
      line("  %-20s %6d   %s", from + " to " + (below - 1), share.of(), share.percent());
      if (share.of() > 0) {
        rises &= share.value() >= highest;
        highest = Math.max(highest, share.value());
      }
    }
    line("  The share %s from row to row.", rises ? "rises" : "does not always rise");
    line(
        "  One to %s stands above one that is not in %.1f %% of all pairs.",
        word(verdict), 100 * some.concordance(verdict, points));
  }

  private void fairness() {
    line("");
    line(
        "  Place and language: %s would be decided otherwise if the member listed none.",
        ids(Fairness.decidedByPlaceOrLanguage(scores.cases())));
    line(
        "  Inviters whose country, town and languages are hidden: %s would be thought better of.",
        ids(Fairness.betterWithoutPlaceOrLanguage(scores.cases())));
    line(
        "  Names: %s would be decided otherwise if the inviter bore a name of another origin.",
        ids(Fairness.decidedByName(scores.cases())));
  }

  private static String ids(List<Judged> some) {
    return some.isEmpty()
        ? "none"
        : some.size()
            + " ("
            + some.stream().map(judged -> judged.labelled().id()).collect(joining(", "))
            + ")";
  }

  private void wrong(boolean tells) {
    var wrong =
        scores.cases().stream()
            .filter(judged -> !judged.agrees() || !judged.signalsHold())
            .toList();
    line("");
    line(
        "  Wrong: %d (%d by verdict)%s",
        wrong.size(),
        wrong.stream().filter(judged -> !judged.agrees()).count(),
        wrong.isEmpty()
            ? ""
            : tells ? ", each with what was expected and what came" : ", by their ids only");
    if (!tells) {
      wrap("    ", wrong.stream().map(Report::brief).collect(joining(", ")));
      return;
    }
    for (var judged : wrong) {
      line("");
      line("    %s, in %s.yaml", judged.labelled().id(), judged.labelled().theme());
      wrap("      ", judged.labelled().rule());
      var decision = judged.decision();
      line(
          "      expected %s, came %s (relevance %d, risk %d)",
          expected(judged), word(judged.verdict()), decision.relevance(), decision.risk());
      differences(judged);
      decision.signals().forEach(this::signal);
    }
  }

  /** Enough to see what kind of mistake it is, and too little to tune on. */
  private static String brief(Judged judged) {
    return judged.labelled().id()
        + (judged.agrees()
            ? " (a signal)"
            : " (" + word(judged.verdict()) + " for " + expected(judged) + ")");
  }

  private static String expected(Judged judged) {
    return judged.labelled().verdicts().stream()
        .map(Report::word)
        .sorted()
        .collect(joining(" or "));
  }

  private void differences(Judged judged) {
    var missing = new ArrayList<String>();
    var unwanted = new ArrayList<String>();
    for (var signal : SignalName.values()) {
      boolean seen = judged.signals().contains(signal);
      if (!seen && judged.labelled().has().contains(signal)) {
        missing.add(signal.word());
      } else if (seen && judged.labelled().denies(signal)) {
        unwanted.add(signal.word());
      }
    }
    if (!missing.isEmpty()) {
      line("      missing: %s", String.join(", ", missing));
    }
    if (!unwanted.isEmpty()) {
      line("      must not be: %s", String.join(", ", unwanted));
    }
  }

  private void signal(Signal signal) {
    wrap(
        "      ",
        (signal.axis() == Axis.RELEVANCE ? "+" : "-")
            + signal.points()
            + " "
            + signal.name()
            + ": "
            + signal.evidence());
  }

  private void wrap(String indent, String text) {
    var row = new StringBuilder(indent);
    for (var word : text.split(" ", -1)) {
      if (row.length() + word.length() >= WIDTH && row.length() > indent.length()) {
        line("%s", row.toString().stripTrailing());
        row.setLength(0);
        row.append(indent);
      }
      row.append(word).append(' ');
    }
    line("%s", row.toString().stripTrailing());
  }

  private static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  @FormatMethod
  private void line(@FormatString String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }
}
