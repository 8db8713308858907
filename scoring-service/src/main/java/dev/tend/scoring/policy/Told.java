package dev.tend.scoring.policy;

/**
 * Something that holds for a member, in the words of the policy file.
 *
 * @param path of a setting, list or promise, such as {@code points.client.base}
 * @param by the layer that it comes from: {@code firm}, {@code team advisory}, {@code member
 *     amy.chen}, {@code the member}; {@code default} when no layer says anything
 */
public record Told(String path, String value, String by) {
  /** Whether a layer says so. */
  public boolean isSaid() {
    return !by.equals(Said.DEFAULT);
  }
}
