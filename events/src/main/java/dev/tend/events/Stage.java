package dev.tend.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How far a member's practice has grown, and so how selective they are: while building one accepts
 * most that is relevant, later quite little. Each stage is stricter than the one before it.
 */
public enum Stage {
  @JsonProperty("building")
  BUILDING,
  @JsonProperty("growing")
  GROWING,
  @JsonProperty("selective")
  SELECTIVE
}
