package dev.tend.events;

import java.time.Instant;

/**
 * One thing that a polled source remembers: how far it has been read, or a consent that it works
 * with. A tombstone under the same key forgets it.
 *
 * @param content readable to the source alone; a secret is encrypted in it
 * @param at when it was written
 */
public record SourceState(String source, String aspect, String content, Instant at) {
  public SourceState {
    var key = new SourceKey(source, aspect);
    source = key.source();
    aspect = key.aspect();
    content = Checked.prose("content", Checked.required("content", content));
    at = Checked.required("at", at);
  }

  /** The record key: the source, then the aspect. */
  public SourceKey key() {
    return new SourceKey(source, aspect);
  }

  @Override
  public String toString() {
    return "SourceState[redacted]";
  }
}
