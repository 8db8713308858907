package dev.tend.scoring.topology;

import org.jspecify.annotations.Nullable;

/**
 * News that was read from a topic.
 *
 * @param raw its bytes as they were, for the dead letter in case we fail at it; null for a
 *     tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // carried along, never compared
record Arrived<T>(T news, byte @Nullable [] raw) {
  @Override
  public String toString() {
    return "Arrived[redacted]";
  }
}
