package dev.tend.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A time at a school.
 *
 * @param degree such as "MBA"; empty when not known
 * @param field what was studied; empty when not known
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Education(
    String school,
    String degree,
    String field,
    @Nullable PartialDate from,
    @Nullable PartialDate to) {
  public Education {
    school = Checked.requiredLine("school", school);
    degree = Checked.line("degree", degree);
    field = Checked.line("field", field);
    Period.check(from, to);
  }

  @Override
  public String toString() {
    return "Education[redacted]";
  }
}
