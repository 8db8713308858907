package dev.tend.scoring.policy;

import dev.tend.events.Stage;
import dev.tend.events.Verdict;
import java.util.List;
import java.util.Map;

/**
 * What a candidate would change about invitations of the past.
 *
 * @param judged how many were judged with both policies
 * @param flipped of how many the verdict would be another
 * @param examples the latest of each change
 * @param complete false when time ran out before all of the past was looked at
 */
public record Comparison(
    int judged,
    int flipped,
    List<Change> changes,
    Choices choices,
    List<Flip> examples,
    boolean complete) {
  public Comparison {
    changes = List.copyOf(changes);
    examples = List.copyOf(examples);
  }

  /**
   * How often a verdict becomes another.
   *
   * @param byStage the same, by the stage at which the member stands today
   */
  public record Change(Verdict from, Verdict to, int count, Map<Stage, Integer> byStage) {}

  /**
   * How both agree with what members did.
   *
   * @param known of how many invitations that is known
   * @param asPresent how often they did what the present policy advises
   * @param asCandidate how often what the candidate would have advised
   */
  public record Choices(int known, int asPresent, int asCandidate) {}
}
