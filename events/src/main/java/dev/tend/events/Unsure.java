package dev.tend.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a member wants when no sufficient reason to accept is seen. Both are fine. */
public enum Unsure {
  @JsonProperty("ask")
  ASK,
  @JsonProperty("ignore")
  IGNORE
}
