package dev.tend.ingest.portability;

import dev.tend.ingest.archive.Kind;
import java.util.Arrays;
import java.util.List;

/**
 * The domains of the snapshot that Tend asks for, under LinkedIn's names. Each holds the rows of
 * one file of the export; what else there is, such as messages and searches, is never asked for.
 */
enum Domain {
  PROFILE(Kind.PROFILE),
  POSITIONS(Kind.POSITIONS),
  EDUCATION(Kind.EDUCATION),
  VOLUNTEERING_EXPERIENCES(Kind.VOLUNTEERING),
  SKILLS(Kind.SKILLS),
  LANGUAGES(Kind.LANGUAGES),
  COMPANY_FOLLOWS(Kind.COMPANY_FOLLOWS),
  CONNECTIONS(Kind.CONNECTIONS),
  INVITATIONS(Kind.INVITATIONS);

  private final Kind kind;

  Domain(Kind kind) {
    this.kind = kind;
  }

  /** What its rows are. */
  Kind kind() {
    return kind;
  }

  /** Those that make up the member's own history. */
  static List<Domain> history() {
    return Arrays.stream(values()).filter(domain -> domain.kind.isHistory()).toList();
  }
}
