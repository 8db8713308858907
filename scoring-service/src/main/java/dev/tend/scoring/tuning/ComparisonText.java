package dev.tend.scoring.tuning;

import static java.util.stream.Collectors.joining;

import dev.tend.scoring.policy.Comparison;
import dev.tend.scoring.policy.Flip;
import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.util.Locale;

/** A comparison as somebody reads it who is about to adopt a policy, or not. */
final class ComparisonText {
  private final PrintWriter out;

  ComparisonText(PrintWriter out) {
    this.out = out;
  }

  void tell(Comparison comparison) {
    out.printf(
        "%s of the past, judged by what is known today, once with each policy.%n",
        counted(comparison.judged(), "invitation"));
    if (!comparison.complete()) {
      out.println("Time ran out before all of the past was looked at.");
    }
    if (comparison.flipped() == 0) {
      out.println("No verdict would change.");
      return;
    }
    out.printf(
        Locale.ROOT,
        "%s would change (%.1f %%):%n%n",
        counted(comparison.flipped(), "verdict"),
        100.0 * comparison.flipped() / comparison.judged());
    for (var change : comparison.changes()) {
      out.printf(
          "  %-6s -> %-6s  %6d   (%s)%n",
          change.from().word(),
          change.to().word(),
          change.count(),
          change.byStage().entrySet().stream()
              .map(stage -> word(stage.getKey()) + " " + stage.getValue())
              .collect(joining(", ")));
    }
    var choices = comparison.choices();
    if (choices.known() > 0) {
      out.printf(
          "%nOf %s it is known what the member did: in %d as the present policy advises, in %d as the new one would.%n",
          counted(choices.known(), "invitation"), choices.asPresent(), choices.asCandidate());
    }
    comparison.examples().forEach(this::tell);
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private void tell(Flip flip) {
    var chosen = flip.chosen();
    out.printf(
        "%nInvitation %s to %s (%s), received on %s: %s -> %s%s%n",
        flip.invitation(),
        flip.member(),
        word(flip.stage()),
        flip.receivedAt().atOffset(ZoneOffset.UTC).toLocalDate(),
        flip.before().verdict().word(),
        flip.after().verdict().word(),
        chosen == null ? "" : "; the member chose " + word(chosen));
    tell("now", flip.before());
    tell("then", flip.after());
  }

  private void tell(String when, Flip.Side side) {
    out.printf(
        "  %-5s relevance %d, risk %d. %s%n", when, side.relevance(), side.risk(), side.summary());
    for (var signal : side.signals()) {
      out.printf("        %3d  %-22s %s%n", signal.points(), signal.name(), signal.evidence());
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
