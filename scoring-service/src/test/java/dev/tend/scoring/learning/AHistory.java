package dev.tend.scoring.learning;

import dev.tend.events.Choice;
import dev.tend.events.PersonKey;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.events.VerdictRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a member in a growing network chose, a day apart, from 198 days before {@link #NOW} on:
 * {@code aHistory().accepting(9, reason(CANDIDATE, 20)).ignoring(1, reason(CANDIDATE, 20))}.
 */
final class AHistory {
  static final Instant NOW = Instant.parse("2026-02-09T15:00:00Z");

  private static final PersonKey SOMEBODY = PersonKey.of("in/dana-roy");

  private Instant next = NOW.minus(Duration.ofDays(199));
  private int count;
  private Lessons lessons = Lessons.NONE;

  private AHistory() {}

  static AHistory aHistory() {
    return new AHistory();
  }

  static Signal reason(SignalName name, int points) {
    return Signal.of(name, points, "Because of " + name.word());
  }

  AHistory accepting(int times, Signal... reasons) {
    return choosing(Choice.Kind.ACCEPT, times, reasons);
  }

  AHistory ignoring(int times, Signal... reasons) {
    return choosing(Choice.Kind.IGNORE, times, reasons);
  }

  private AHistory choosing(Choice.Kind kind, int times, Signal... reasons) {
    for (int i = 0; i < times; i++) {
      count++;
      next = next.plus(Duration.ofDays(1));
      lessons = after("invitation-" + count, kind, next, reasons);
    }
    return this;
  }

  /** With one more choice, about an invitation that has a name. */
  AHistory then(String invitation, Choice.Kind kind, Signal... reasons) {
    lessons = after(invitation, kind, NOW, reasons);
    return this;
  }

  private Lessons after(String invitation, Choice.Kind kind, Instant at, Signal... reasons) {
    return lessons.after(
        new Choice(invitation, "lee.park", SOMEBODY, kind, at),
        List.of(reasons),
        VerdictRule.DEFAULT.growing(),
        VerdictRule.DEFAULT.carefulAt());
  }

  Lessons lessons() {
    return lessons;
  }

  Tastes tastes() {
    return Tastes.of(lessons, NOW);
  }

  Voice voice() {
    return Voice.of(tastes());
  }

  Taste taste(SignalName name) {
    return tastes().all().stream()
        .filter(taste -> taste.signal() == name)
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing is said of " + name.word()));
  }
}
