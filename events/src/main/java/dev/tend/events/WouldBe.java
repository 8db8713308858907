package dev.tend.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The smallest honest change that would alter a verdict: "accept, if they worked at Deloitte when
 * you did".
 */
public record WouldBe(Verdict verdict, @JsonProperty("if") String condition) {
  public WouldBe {
    verdict = Checked.required("verdict", verdict);
    condition = Checked.prose("if", condition);
  }

  @Override
  public String toString() {
    return "WouldBe[" + verdict + "]";
  }
}
