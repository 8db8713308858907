package dev.tend.scoring.learning;

import static java.util.Comparator.comparing;

import dev.tend.events.Choice;
import dev.tend.events.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one member's choices teach, oldest first: at most {@link #MOST}, the latest. The list is the
 * whole memory; whatever is learned follows from it and from the time.
 */
public record Lessons(List<Lesson> all) {
  /**
   * With 100 the agreement after a simulated year is 0.7 percentage points lower, with 400 it is
   * 0.3 higher (docs/decisions/0006-learning.md).
   */
  public static final int MOST = 200;

  /** Nothing chosen yet. */
  public static final Lessons NONE = new Lessons(List.of());

  public Lessons {
    all = List.copyOf(all);
  }

  /**
   * With one choice more, which takes the place of an earlier one on the same invitation.
   *
   * @param signals the reasons as the rules alone give them
   * @param bar the relevance that the policy asks for
   * @param carefulAt the risk from which the policy accepts nobody
   */
  public Lessons after(Choice choice, List<Signal> signals, int bar, int carefulAt) {
    var lessons = new ArrayList<>(without(choice.invitation()).all());
    Lesson.of(choice, signals, bar, carefulAt).ifPresent(lessons::add);
    lessons.sort(comparing(Lesson::chosenAt));
    return new Lessons(lessons.subList(Math.max(0, lessons.size() - MOST), lessons.size()));
  }

  /** Without what a choice taught that was taken back. */
  public Lessons without(String invitation) {
    return new Lessons(
        all.stream().filter(lesson -> !lesson.invitation().equals(invitation)).toList());
  }

  /** Without what was chosen before a time; all when there is none. */
  public Lessons since(@Nullable Instant time) {
    return time == null || all.stream().noneMatch(lesson -> lesson.chosenAt().isBefore(time))
        ? this
        : new Lessons(all.stream().filter(lesson -> !lesson.chosenAt().isBefore(time)).toList());
  }

  @Override
  public String toString() {
    return "Lessons[" + all.size() + "]";
  }
}
