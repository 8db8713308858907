package dev.tend.scoring.policy;

/**
 * A value that holds, and which layer it comes from.
 *
 * @param by the layer's name, such as {@code team advisory}; {@link #DEFAULT} for none
 */
record Said<T>(T value, String by) {
  static final String DEFAULT = "default";
}
