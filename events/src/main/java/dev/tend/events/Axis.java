package dev.tend.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The two scales of a judgement, 0 to 100 each: reasons to accept, and red flags. */
public enum Axis {
  @JsonProperty("relevance")
  RELEVANCE,
  @JsonProperty("risk")
  RISK
}
