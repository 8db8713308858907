package dev.tend.events;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Unpaid work for an organisation, with the cause that it serves where that is known. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Volunteering(String organisation, String role, String cause) {
  public Volunteering {
    organisation = Checked.requiredLine("organisation", organisation);
    role = Checked.line("role", role);
    cause = Checked.line("cause", cause);
  }

  @Override
  public String toString() {
    return "Volunteering[redacted]";
  }
}
