package dev.tend.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What Tend advises to do with an invitation, from the coldest to the warmest. */
public enum Verdict {
  @JsonProperty("ignore")
  IGNORE,
  @JsonProperty("ask")
  ASK,
  @JsonProperty("accept")
  ACCEPT;

  /** The word that stands in events, addresses and metrics, such as {@code accept}. */
  public String word() {
    return switch (this) {
      case IGNORE -> "ignore";
      case ASK -> "ask";
      case ACCEPT -> "accept";
    };
  }
}
