package dev.tend.scoring.signal;

import java.util.List;

/** All rules there are, in the order of the design's table. */
public final class Rules {
  private Rules() {}

  /** The rules, each with its points taken from the given weights; people are named. */
  public static List<Rule> all(Weights weights) {
    return all(weights, Discretion.NAMES);
  }

  /** The rules, each with its points taken from the given weights. */
  public static List<Rule> all(Weights weights, Discretion discretion) {
    return List.of(
        new SameEmployer(weights),
        new SameSchool(weights),
        new SameField(weights),
        new SameCause(weights, discretion),
        new SamePlace(weights),
        new Purpose(weights),
        new Acquaintance(weights, discretion),
        new Correspondent(weights),
        new Writing(weights),
        new Profile(weights),
        new Unfamiliar(weights),
        new Behaviour(weights),
        new Impersonation(weights));
  }
}
