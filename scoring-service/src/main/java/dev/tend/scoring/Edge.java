package dev.tend.scoring;

import dev.tend.scoring.policy.Judge;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Where the pure rooms meet the container: there is one judge for the stream and the door. */
final class Edge {
  private Edge() {}

  @Produces
  @Singleton
  static Judge judge() {
    return new Judge();
  }
}
