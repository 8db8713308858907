package dev.tend.ingest.crm;

import dev.tend.events.RefusedException;
import dev.tend.ingest.publish.Publication;
import dev.tend.ingest.publish.Source;
import java.time.Instant;
import java.util.List;

/** What holds for all that was read from a file of a CRM. */
final class Entries {
  private static final Instant NOW = Instant.parse("2026-02-10T08:00:00Z");

  private Entries() {}

  static void require(List<Entry> entries, int most) {
    if (entries.size() > most) {
      throw new AssertionError("more than may be");
    }
    for (var entry : entries) {
      try {
        var _ = Publication.of(Contacts.person(entry), Source.CRM, NOW);
      } catch (RefusedException refused) {
        requireReason(refused);
      }
    }
  }

  static void requireReason(RefusedException refused) {
    if (refused.refusal().reason().isBlank()) {
      throw new AssertionError("refused without a reason", refused);
    }
  }
}
