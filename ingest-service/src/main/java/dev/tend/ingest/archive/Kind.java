package dev.tend.ingest.archive;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The files of an export that Tend reads, in the order in which it reads them: first who the member
 * is, then whom they know, then who asks. Each is known by its header, since names and places vary.
 */
enum Kind {
  @JsonProperty("profile")
  PROFILE("first name", "last name", "headline"),
  @JsonProperty("positions")
  POSITIONS("company name", "title", "started on"),
  @JsonProperty("education")
  EDUCATION("school name", "degree name"),
  @JsonProperty("volunteering")
  VOLUNTEERING("company name", "role", "cause"),
  @JsonProperty("skills")
  SKILLS("name"),
  @JsonProperty("languages")
  LANGUAGES("name", "proficiency"),
  @JsonProperty("company-follows")
  COMPANY_FOLLOWS("organization", "followed on"),
  @JsonProperty("connections")
  CONNECTIONS("first name", "last name", "connected on"),
  @JsonProperty("invitations")
  INVITATIONS("from", "to", "sent at", "direction");

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
  private final Set<String> columns;

  Kind(String... columns) {
    this.columns = Set.of(columns);
  }

  /** The kind of file that has this header; empty when it is no header that Tend knows. */
  static Optional<Kind> of(List<String> header) {
    return Arrays.stream(values()).filter(kind -> kind.hasHeader(header)).findFirst();
  }

  /** A list of skills has one column, with a name that many files have. */
  private boolean hasHeader(List<String> header) {
    return header.containsAll(columns) && (this != SKILLS || header.size() == 1);
  }

  /** Whether its rows are the member's own history. */
  boolean isHistory() {
    return switch (this) {
      case PROFILE, POSITIONS, EDUCATION, VOLUNTEERING, SKILLS, LANGUAGES, COMPANY_FOLLOWS -> true;
      case CONNECTIONS, INVITATIONS -> false;
    };
  }

  /** The word in reports and metrics. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
