package dev.tend.scoring;

import dev.tend.scoring.policy.Judge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;

/**
 * Where the pure rooms meet the container: the real time comes in, and there is one judge for the
 * stream and the door.
 */
final class Edge {
  private Edge() {}

  @Produces
  @ApplicationScoped
  static InstantSource time() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  static Judge judge() {
    return new Judge();
  }
}
