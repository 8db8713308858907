package dev.tend.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A job that somebody held.
 *
 * @param from null when not known
 * @param to null when it is held today, or not known
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Position(
    String company, String title, @Nullable PartialDate from, @Nullable PartialDate to) {
  public Position {
    company = Checked.requiredLine("company", company);
    title = Checked.line("title", title);
    Period.check(from, to);
  }

  @Override
  public String toString() {
    return "Position[redacted]";
  }
}
