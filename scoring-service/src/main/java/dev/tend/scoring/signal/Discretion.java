package dev.tend.scoring.signal;

/** How much of the firm's own graph the evidence tells. */
public enum Discretion {
  /** Colleagues by name, so that the member can ask them. */
  NAMES,
  /** How many they are, and no more. */
  COUNTS
}
