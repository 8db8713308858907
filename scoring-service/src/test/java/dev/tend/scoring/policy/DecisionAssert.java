package dev.tend.scoring.policy;

import dev.tend.events.Decision;
import dev.tend.events.Signal;
import dev.tend.events.Verdict;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Reads like the product's rules: {@code assertThat(decision).asks().because("same-employer")}. */
public final class DecisionAssert extends AbstractAssert<DecisionAssert, Decision> {
  private DecisionAssert(Decision decision) {
    super(decision, DecisionAssert.class);
  }

  public static DecisionAssert assertThat(Decision decision) {
    return new DecisionAssert(decision);
  }

  public DecisionAssert accepts() {
    return decides(Verdict.ACCEPT);
  }

  public DecisionAssert asks() {
    return decides(Verdict.ASK);
  }

  public DecisionAssert ignores() {
    return decides(Verdict.IGNORE);
  }

  public DecisionAssert decides(Verdict verdict) {
    if (actual.verdict() != verdict) {
      failWithMessage("expected to %s, but: %s", verdict.word(), told());
    }
    return this;
  }

  /** The reason is among the signals. */
  public DecisionAssert because(String signal) {
    if (actual.signals().stream().noneMatch(reason -> reason.name().equals(signal))) {
      failWithMessage("expected because of %s, but: %s", signal, told());
    }
    return this;
  }

  /** The reason is not among the signals. */
  public DecisionAssert notBecause(String signal) {
    if (actual.signals().stream().anyMatch(reason -> reason.name().equals(signal))) {
      failWithMessage("expected nothing about %s, but: %s", signal, told());
    }
    return this;
  }

  /** Some evidence, or the summary, contains the words. */
  public DecisionAssert mentions(String words) {
    boolean said =
        actual.summary().contains(words)
            || actual.signals().stream().anyMatch(reason -> reason.evidence().contains(words));
    if (!said) {
      failWithMessage("expected the words “%s”, but: %s", words, told());
    }
    return this;
  }

  /** The reason is worth exactly so many points. */
  public DecisionAssert gives(String signal, int points) {
    because(signal);
    int given =
        actual.signals().stream()
            .filter(reason -> reason.name().equals(signal))
            .mapToInt(Signal::points)
            .sum();
    if (given != points) {
      failWithMessage("expected %s points for %s, but: %s", points, signal, told());
    }
    return this;
  }

  public DecisionAssert riskAtLeast(int points) {
    if (actual.risk() < points) {
      failWithMessage("expected a risk of at least %s, but: %s", points, told());
    }
    return this;
  }

  /** A counterfactual says so. */
  public DecisionAssert would(Verdict verdict, String words) {
    boolean told =
        actual.wouldBe().stream()
            .anyMatch(other -> other.verdict() == verdict && other.condition().contains(words));
    if (!told) {
      failWithMessage("expected %s if %s, but: %s", verdict.word(), words, told());
    }
    return this;
  }

  private String told() {
    return "%s with relevance %d, risk %d%n%s%n%s%n%s"
        .formatted(
            actual.verdict().word(),
            actual.relevance(),
            actual.risk(),
            actual.summary(),
            actual.signals().stream()
                .map(s -> "  %-22s %3d  %s".formatted(s.name(), s.points(), s.evidence()))
                .collect(Collectors.joining("\n")),
            actual.wouldBe().stream()
                .map(w -> "  " + w.verdict().word() + ", if " + w.condition())
                .collect(Collectors.joining("\n")));
  }
}
