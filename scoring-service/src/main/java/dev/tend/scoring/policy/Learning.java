package dev.tend.scoring.policy;

/** What Tend may learn from what members do in the end. */
public enum Learning {
  /** Nothing: the policy alone holds. */
  OFF,
  /** A member's own choices move the points of that member. */
  MEMBER
}
