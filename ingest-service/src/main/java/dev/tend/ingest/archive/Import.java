package dev.tend.ingest.archive;

import dev.tend.events.Connection;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.PersonBuilder;
import dev.tend.events.PersonKey;
import dev.tend.events.RefusedException;
import dev.tend.ingest.IngestConfig;
import dev.tend.ingest.members.Members;
import dev.tend.ingest.publish.Publication;
import dev.tend.ingest.publish.Received;
import dev.tend.ingest.publish.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one archive and publishes what it holds: the member's own history first, since their
 * invitations are judged by it. Done again from the start it publishes the same under the same keys
 * and ids, so that doing it twice does no harm. For one thread.
 */
final class Import {
  /** Rows that go to the broker together. */
  private static final int BATCH = 500;

  private final Path file;
  private final String member;
  private final Instant receivedAt;
  private final Progress progress;
  private final Members members;
  private final Delivery delivery;
  private final Received received;
  private final IngestConfig.Archive bounds;

  Import(
      Path file,
      Report started,
      Progress progress,
      Members members,
      Delivery delivery,
      Received received,
      IngestConfig.Archive bounds) {
    this.file = file;
    this.member = started.member();
    this.receivedAt = started.startedAt();
    this.progress = progress;
    this.members = members;
    this.delivery = delivery;
    this.received = received;
    this.bounds = bounds;
  }

  /**
   * Does all of it.
   *
   * @throws IOException when the archive cannot be read to its end
   * @throws RefusedException when the member, with what the archive adds, is no member any more
   * @throws dev.tend.ingest.publish.BrokerAwayException when the broker stayed away too long
   */
  void run() throws IOException, InterruptedException {
    try (var archive = Archive.open(file, bounds)) {
      history(archive);
      for (var part : archive.parts()) {
        switch (part.kind().orElse(null)) {
          case CONNECTIONS -> connections(archive, part);
          case INVITATIONS -> invitations(archive, part);
          case PROFILE, POSITIONS, EDUCATION, VOLUNTEERING, SKILLS, LANGUAGES, COMPANY_FOLLOWS -> {
            // part of the history
          }
          case null -> {
            var _ = progress.file(part.name(), null);
          }
        }
      }
    }
  }

  private void history(Archive archive) throws IOException, InterruptedException {
    var history = new History();
    var taken = new ArrayList<Runnable>();
    for (var part : archive.parts()) {
      if (part.kind().isPresent() && part.kind().get().isHistory()) {
        var kind = part.kind().get();
        var tally = progress.file(part.name(), kind);
        int rows = 0;
        try (var sheet = archive.sheet(part)) {
          for (var row = sheet.next(); row != null; row = sheet.next()) {
            tally.row();
            try {
              history.add(kind, row);
              rows++;
            } catch (RefusedException refused) {
              tally.refused(row.number(), refused.refusal());
            }
          }
        }
        int good = rows;
        taken.add(() -> tally.published(good));
      }
    }
    if (!history.isEmpty()) {
      var stated = stated(archive);
      delivery.untilDone(() -> change(history, stated));
      taken.forEach(Runnable::run);
    }
  }

  private void change(History history, Optional<PersonKey> stated) {
    var changed =
        members.change(member, Source.ARCHIVE, known -> history.of(known, profile(stated, known)));
    if (changed.isEmpty()) {
      throw new RefusedException("member", "is not there any more");
    }
  }

  private PersonKey profile(Optional<PersonKey> stated, Member known) {
    if (stated.isPresent()) {
      return stated.get();
    }
    var derived = Owner.derived(known);
    var profile = known.profile() == null ? derived : known.profile().profile();
    if (profile.equals(derived)) {
      progress.note(
          "No file of the archive states the member's own profile address, and none was known; "
              + derived.path()
              + " stands in until the member is put with one.");
    }
    return profile;
  }

  private static Optional<PersonKey> stated(Archive archive) throws IOException {
    var owner = new Owner();
    for (var part : archive.parts()) {
      if (part.kind().filter(Kind.INVITATIONS::equals).isPresent()) {
        try (var sheet = archive.sheet(part)) {
          for (var row = sheet.next(); row != null; row = sheet.next()) {
            owner.look(row);
          }
        }
      }
    }
    return owner.profile();
  }

  /**
   * Connections go to {@code tend.connections} alone. Name, company and position stand in the
   * connection; as a fact about the person, a list of one position without dates would replace a
   * fuller list that another source gave.
   */
  private void connections(Archive archive, Archive.Part part)
      throws IOException, InterruptedException {
    rows(
        archive,
        part,
        Kind.CONNECTIONS,
        row -> Optional.of(Publication.of(connection(row), Source.ARCHIVE, receivedAt)));
  }

  private Connection connection(Row row) {
    var name = (row.line("First Name") + " " + row.line("Last Name")).strip();
    if (name.isEmpty() && row.line("URL").isEmpty()) {
      throw new RefusedException("URL", "is blank, and so is the name: this member is hidden");
    }
    return new Connection(
        row.person("URL"),
        member,
        name,
        row.line("Company"),
        row.line("Position"),
        ArchiveDates.day(row.line("Connected On")).orElse(null));
  }

  private void invitations(Archive archive, Archive.Part part)
      throws IOException, InterruptedException {
    rows(archive, part, Kind.INVITATIONS, this::invitation);
  }

  private Optional<Publication> invitation(Row row) {
    return switch (Owner.Direction.of(row)) {
      case OUTGOING -> Optional.empty();
      case UNKNOWN -> throw new RefusedException("Direction", "must be INCOMING or OUTGOING");
      case INCOMING -> {
        var inviter = PersonBuilder.person(row.person("inviterProfileUrl"), row.required("From"));
        var invitation =
            new Invitation(
                    "",
                    member,
                    inviter.build(),
                    row.prose("Message"),
                    row.instant("Sent At"),
                    null,
                    List.of())
                .identified();
        yield Optional.of(Publication.of(invitation, Source.ARCHIVE, receivedAt));
      }
    };
  }

  private void rows(Archive archive, Archive.Part part, Kind kind, Reading reading)
      throws IOException, InterruptedException {
    var tally = progress.file(part.name(), kind);
    var batch = new ArrayList<Publication>(BATCH);
    try (var sheet = archive.sheet(part)) {
      for (var row = sheet.next(); row != null; row = sheet.next()) {
        tally.row();
        try {
          reading.of(row).ifPresentOrElse(batch::add, tally::skipped);
        } catch (RefusedException refused) {
          tally.refused(row.number(), refused.refusal());
        }
        if (batch.size() == BATCH) {
          publish(batch, kind, tally);
        }
      }
    }
    publish(batch, kind, tally);
  }

  private void publish(List<Publication> batch, Kind kind, Tally tally)
      throws InterruptedException {
    if (!batch.isEmpty()) {
      delivery.publish(batch);
      tally.published(batch.size());
      if (kind == Kind.INVITATIONS) {
        received.count(Source.ARCHIVE, batch.size());
      }
      batch.clear();
    }
  }

  /** Makes an event of a row; none when the row is good but of no concern. */
  @FunctionalInterface
  private interface Reading {
    Optional<Publication> of(Row row);
  }
}
