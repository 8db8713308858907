package dev.tend.scoring.learning;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.tend.events.Choice;
import dev.tend.events.Signal;
import dev.tend.events.VerdictRule.Sums;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one choice teaches: which reasons there were, what they come to by the rules alone, and
 * whether the member accepted. Nothing in it says who invited.
 *
 * @param relevance the sum of the reasons to accept, without anything learned
 * @param bar the relevance that the policy asked for
 * @param risk the sum of the red flags that decide, without anything learned
 * @param carefulAt the risk from which the policy accepts nobody
 * @param signals the names of the reasons, as words, so that names which a newer Tend has added are
 *     carried along
 */
public record Lesson(
    String invitation,
    Instant chosenAt,
    boolean accepted,
    int relevance,
    int bar,
    int risk,
    int carefulAt,
    List<String> signals) {
  public Lesson {
    signals = List.copyOf(signals);
  }

  /**
   * What a choice teaches. Empty when it teaches nothing: a question is no answer yet, and who is
   * blocked is ignored whatever the reasons.
   *
   * @param signals the reasons as the rules alone give them
   */
  static Optional<Lesson> of(Choice choice, List<Signal> signals, int bar, int carefulAt) {
    boolean decides =
        choice.choice() == Choice.Kind.ACCEPT || choice.choice() == Choice.Kind.IGNORE;
    var sums = Sums.of(signals);
    if (!decides || sums.blocked()) {
      return Optional.empty();
    }
    return Optional.of(
        new Lesson(
            choice.invitation(),
            choice.chosenAt(),
            choice.choice() == Choice.Kind.ACCEPT,
            sums.relevance(),
            bar,
            sums.risk(),
            carefulAt,
            signals.stream().map(Signal::name).distinct().toList()));
  }

  /** Whether the rules alone advised to accept. */
  @JsonIgnore
  boolean advised() {
    return relevance >= bar && risk < carefulAt;
  }

  @JsonIgnore
  boolean isAgainstAdvice() {
    return accepted != advised();
  }

  @Override
  public String toString() {
    return "Lesson[" + invitation + " " + (accepted ? "accepted" : "ignored") + "]";
  }
}
