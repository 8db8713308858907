package dev.tend.scoring.policy;

import dev.tend.events.Axis;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.events.Verdict;
import dev.tend.scoring.signal.Facts;
import java.util.List;
import java.util.Optional;

/** Sums a decision up for the member, in one or two plain sentences. */
final class Summary {
  private Summary() {}

  /**
   * The summary.
   *
   * @param signals strongest first
   */
  static String of(Verdict verdict, Facts facts, List<Signal> signals) {
    var name = facts.inviter().name();
    return switch (verdict) {
      case ACCEPT -> name + " fits your network." + strongest(signals, Axis.RELEVANCE);
      case ASK ->
          strongest(signals, Axis.RELEVANCE).isEmpty()
              ? "Nothing known connects you with " + name + ", so ask how you know each other."
              : "What connects you with "
                  + name
                  + " is not quite enough, so ask."
                  + strongest(signals, Axis.RELEVANCE);
      case IGNORE -> ignored(name, facts, signals);
    };
  }

  private static String ignored(String name, Facts facts, List<Signal> signals) {
    if (signals.stream().anyMatch(signal -> signal.is(SignalName.BLOCKED))) {
      return "You have blocked " + name + ".";
    }
    var caution = strongest(signals, Axis.RISK);
    if (!caution.isEmpty()) {
      return "Better left alone." + caution;
    }
    if (facts.askedBefore()) {
      return "You asked " + name + " before, and there is still no sufficient reason to accept.";
    }
    return "There is no sufficient reason to accept "
        + name
        + ", and you ignore when you are unsure.";
  }

  private static String strongest(List<Signal> signals, Axis axis) {
    Optional<String> evidence =
        signals.stream().filter(signal -> signal.axis() == axis).map(Signal::evidence).findFirst();
    return evidence.map(sentence -> " " + sentence + ".").orElse("");
  }
}
