package dev.tend.doors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.InstantSource;

/** Where the real time comes in. Everything else is given an {@link InstantSource}. */
public final class Edge {
  private Edge() {}

  @Produces
  @ApplicationScoped
  static InstantSource time() {
    return Clock.systemUTC();
  }
}
