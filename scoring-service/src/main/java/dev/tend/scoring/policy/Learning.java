package dev.tend.scoring.policy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What Tend may learn from what members do in the end. */
public enum Learning {
  /** Nothing: the policy alone holds. */
  @JsonProperty("off")
  OFF,
  /** A member's own choices move the points of that member. */
  @JsonProperty("member")
  MEMBER,
  /** The same; and what the members of whom this is said prefer together moves theirs, slowly. */
  @JsonProperty("firm")
  FIRM
}
