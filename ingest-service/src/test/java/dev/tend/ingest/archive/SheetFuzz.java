package dev.tend.ingest.archive;

import static dev.tend.events.cast.AMember.aMember;

import dev.tend.events.Member;
import dev.tend.events.PersonKey;
import dev.tend.events.RefusedException;
import dev.tend.ingest.publish.Publication;
import dev.tend.ingest.publish.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;

/** A file of an export, of any kind: it is read to its end, and a bad row is refused alone. */
public final class SheetFuzz {
  private static final Member AMY = aMember("Amy Chen").build();
  private static final PersonKey OWNER = PersonKey.of("in/amy-chen");
  private static final ZoneId ZONE = ZoneId.of("America/Toronto");
  private static final Instant NOW = Instant.parse("2026-02-10T08:00:00Z");

  private SheetFuzz() {}

  /** The file. */
  public static void fuzzerTestOneInput(byte[] input) {
    try (var sheet = Sheet.open(new ByteArrayInputStream(input))) {
      var kind = sheet.kind();
      if (kind.isPresent()) {
        new Reading().all(sheet, kind.get());
      }
    } catch (IOException unreadable) {
      // no CSV to its end, or a row without one
    }
  }

  private static final class Reading {
    private final Owner owner = new Owner();
    private final History history = new History();
    private final Correspondents correspondents = new Correspondents(OWNER, ZONE);

    void all(Sheet sheet, Kind kind) throws IOException {
      for (var row = sheet.next(); row != null; row = sheet.next()) {
        try {
          take(kind, row);
        } catch (RefusedException refused) {
          if (refused.refusal().reason().isBlank()) {
            throw new AssertionError("refused without a reason", refused);
          }
        }
      }
      var _ = sheet.isCut();
      var _ = correspondents.end((skip, rows) -> {});
      end();
    }

    private void take(Kind kind, Row row) {
      switch (kind) {
        case CONNECTIONS -> {
          var tie = Acquaintances.connection(row, AMY.id());
          var _ = Publication.of(tie, Source.ARCHIVE, NOW);
        }
        case INVITATIONS -> {
          owner.look(row);
          Acquaintances.invitation(row, AMY.id(), ZONE)
              .ifPresent(
                  invitation -> {
                    var _ = Publication.of(invitation, Source.ARCHIVE, NOW);
                  });
        }
        case MESSAGES -> {
          owner.lookAtMessage(row);
          var _ = correspondents.add(row);
        }
        default -> {
          var _ = history.add(kind, row);
        }
      }
    }

    private void end() {
      try {
        var member = history.of(AMY, owner.profile().orElse(OWNER));
        var _ = Publication.of(member, Source.ARCHIVE, NOW);
      } catch (RefusedException noMember) {
        throw new AssertionError("its rows were taken, their sum was not", noMember);
      }
    }
  }
}
