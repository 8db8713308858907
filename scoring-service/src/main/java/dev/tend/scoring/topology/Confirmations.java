package dev.tend.scoring.topology;

import dev.tend.events.Erased;
import dev.tend.events.Erasure;
import java.time.Instant;
import java.util.Map;

/** How this service says that a part of it has forgotten somebody. */
final class Confirmations {
  private static final String SERVICE = "scoring-service";

  /** Each partition of both hops answers for itself. */
  private static final int HOPS = 2;

  private Confirmations() {}

  static Forgetting of(Erasure erasure, String part, Map<String, Integer> removed, Instant at) {
    return new Forgetting.Confirmed(
        new Erased(erasure.receipt(), SERVICE, part, HOPS * erasure.partitions(), removed, at));
  }
}
