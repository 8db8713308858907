package dev.tend.ingest.erasure;

import dev.tend.events.Erasure;
import java.util.Map;

/** A room of this service that keeps something of people beside the topics. */
public interface Holding {
  /**
   * Removes what was received of somebody until the erasure was requested. Called more than once
   * for the same erasure: after a restart, and on every instance.
   *
   * @return how many of what were removed, such as {@code imports}
   */
  Map<String, Integer> forget(Erasure erasure);
}
