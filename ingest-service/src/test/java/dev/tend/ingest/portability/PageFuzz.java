package dev.tend.ingest.portability;

import static dev.tend.events.cast.AMember.aMember;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Member;
import dev.tend.events.RefusedException;
import dev.tend.ingest.archive.Acquaintances;
import dev.tend.ingest.archive.History;
import dev.tend.ingest.archive.Owner;
import dev.tend.ingest.archive.Row;
import dev.tend.ingest.publish.Publication;
import dev.tend.ingest.publish.Source;
import java.time.Instant;
import java.time.ZoneId;

/** An answer of LinkedIn's, read as changes and as the rows of each domain. */
public final class PageFuzz {
  private static final Member AMY = aMember("Amy Chen").build();
  private static final Instant NOW = Instant.parse("2026-02-10T08:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("America/Toronto");

  private PageFuzz() {}

  /** The answer. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (Codec.TOPIC.tree(input) instanceof Decoded.Value<JsonNode>(var answer)) {
      var page = LinkedIn.Page.of(answer.path("elements"));
      page.elements().forEach(element -> Change.of(element).ifPresent(PageFuzz::read));
      for (var domain : Domain.values()) {
        read(page, domain);
      }
    }
  }

  private static void read(Change change) {
    var cursor = ChangeCursor.from(NOW).seen(change).swept();
    if (change.processedAt() >= NOW.toEpochMilli() && !cursor.isKnown(change)) {
      throw new AssertionError("a change that was seen is not known");
    }
  }

  private static void read(LinkedIn.Page page, Domain domain) {
    var history = new History();
    var owner = new Owner();
    for (var row : Rows.of(page, domain)) {
      try {
        take(domain, row, history, owner);
      } catch (RefusedException refused) {
        if (refused.refusal().reason().isBlank()) {
          throw new AssertionError("refused without a reason", refused);
        }
      }
    }
    var member = history.of(AMY, owner.profile().orElseGet(() -> Owner.derived(AMY)));
    var _ = Publication.of(member, Source.PORTABILITY, NOW);
  }

  private static void take(Domain domain, Row row, History history, Owner owner) {
    switch (domain) {
      case CONNECTIONS -> {
        var tie = Acquaintances.connection(row, AMY.id());
        var _ = Publication.of(tie, Source.PORTABILITY, NOW);
      }
      case INVITATIONS -> {
        owner.look(row);
        Acquaintances.invitation(row, AMY.id(), ZONE)
            .ifPresent(
                invitation -> {
                  var _ = Publication.of(invitation, Source.PORTABILITY, NOW);
                });
      }
      default -> {
        var _ = history.add(domain.kind(), row);
      }
    }
  }
}
