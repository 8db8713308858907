package dev.tend.scoring.tuning;

import dev.tend.scoring.policy.Comparison;
import dev.tend.scoring.policy.Trial;
import dev.tend.scoring.topology.Deadline;
import dev.tend.scoring.topology.Past;

/** Runs a trial on the past. */
final class Trials {
  private Trials() {}

  /**
   * Runs it until the past ends, or the time.
   *
   * @param examples how many to tell of each way in which a verdict changes
   */
  static Comparison on(Past past, Trial trial, Deadline deadline, int examples)
      throws Past.UnknownException {
    var members = past.members(deadline);
    boolean complete =
        past.invitations(
            members,
            deadline,
            (key, invitations) -> {
              trial.forget(key);
              invitations.forEach(one -> trial.add(key, one.facts(), one.chosen()));
            });
    return trial.outcome(examples, complete);
  }
}
