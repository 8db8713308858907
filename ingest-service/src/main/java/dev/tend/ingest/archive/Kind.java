package dev.tend.ingest.archive;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/**
 * The files of an export that Tend reads, in the order in which it reads them: first who the member
 * is, then to whom they wrote and whom they know, then who asks. Each is known by its header, since
 * names and places vary: which columns a kind has, and by which other names, stands in {@code
 * columns.csv}.
 *
 * <p>LinkedIn's portability API hands the same rows out, under the same column names.
 */
public enum Kind {
  @JsonProperty("profile")
  PROFILE,
  @JsonProperty("positions")
  POSITIONS,
  @JsonProperty("education")
  EDUCATION,
  @JsonProperty("volunteering")
  VOLUNTEERING,
  @JsonProperty("organizations")
  ORGANIZATIONS,
  @JsonProperty("skills")
  SKILLS,
  @JsonProperty("languages")
  LANGUAGES,
  @JsonProperty("email-addresses")
  EMAIL_ADDRESSES,
  @JsonProperty("company-follows")
  COMPANY_FOLLOWS,
  @JsonProperty("job-preferences")
  JOB_PREFERENCES,
  @JsonProperty("messages")
  MESSAGES,
  @JsonProperty("connections")
  CONNECTIONS,
  @JsonProperty("invitations")
  INVITATIONS;

  /** A list of skills has one column, with a name that many files have. */
  boolean isOneColumn() {
    return this == SKILLS;
  }

  /** Whether its rows are the member's own history. */
  public boolean isHistory() {
    return switch (this) {
      case PROFILE,
          POSITIONS,
          EDUCATION,
          VOLUNTEERING,
          ORGANIZATIONS,
          SKILLS,
          LANGUAGES,
          EMAIL_ADDRESSES,
          COMPANY_FOLLOWS,
          JOB_PREFERENCES ->
          true;
      case CONNECTIONS, MESSAGES, INVITATIONS -> false;
    };
  }

  /** The word in reports and metrics. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
