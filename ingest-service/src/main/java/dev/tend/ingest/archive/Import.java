package dev.tend.ingest.archive;

import dev.tend.events.Connection;
import dev.tend.events.Member;
import dev.tend.events.PersonKey;
import dev.tend.events.RefusedException;
import dev.tend.events.Topic;
import dev.tend.ingest.IngestConfig;
import dev.tend.ingest.archive.Archive.Part;
import dev.tend.ingest.archive.Correspondents.Correspondent;
import dev.tend.ingest.members.Members;
import dev.tend.ingest.publish.Publication;
import dev.tend.ingest.publish.Received;
import dev.tend.ingest.publish.Source;
import dev.tend.ingest.view.Views;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads one archive and publishes what it holds: the member's own history first, since their
 * invitations are judged by it, then whom they know, then who asks. Done again from the start it
 * publishes the same under the same keys and ids, so that doing it twice does no harm. For one
 * thread.
 */
final class Import {
  private final Path file;
  private final String member;
  private final Instant receivedAt;
  private final Progress progress;
  private final Tools tools;

  Import(Path file, Report started, Progress progress, Tools tools) {
    this.file = file;
    this.member = started.member();
    this.receivedAt = started.startedAt();
    this.progress = progress;
    this.tools = tools;
  }

  /** What every import uses. */
  record Tools(
      Members members,
      Views views,
      Delivery delivery,
      Received received,
      IngestConfig.Archive bounds) {}

  /**
   * Does all of it.
   *
   * @throws IOException when the archive cannot be read to its end
   * @throws RefusedException when the member, with what the archive adds, is no member any more
   * @throws dev.tend.ingest.publish.BrokerAwayException when the broker stayed away too long
   */
  void run() throws IOException, InterruptedException {
    try (var archive = Archive.open(file, tools.bounds())) {
      progress.reads(archive);
      var owner = owner(archive);
      history(archive, owner);
      var zone = known().zone();
      var correspondents = correspondents(archive, owner, zone);
      var ties = ties(archive, correspondents);
      connections(archive, ties);
      invitations(archive, ties, zone);
      for (var part : archive.parts()) {
        if (part.kind().isEmpty()) {
          var _ = progress.file(part.name(), null);
        }
      }
    }
  }

  private static Optional<PersonKey> owner(Archive archive) throws IOException {
    var owner = new Owner();
    for (var part : archive.parts()) {
      switch (part.kind().orElse(Kind.PROFILE)) {
        case INVITATIONS -> glance(archive, part, owner::look);
        case MESSAGES -> glance(archive, part, owner::lookAtMessage);
        default -> {
          // no other file tells who its owner is
        }
      }
    }
    return owner.profile();
  }

  /** Reads a file ahead of its turn. */
  private static void glance(Archive archive, Part part, Consumer<Row> looking) throws IOException {
    try (var sheet = archive.glance(part)) {
      for (var row = sheet.next(); row != null; row = sheet.next()) {
        looking.accept(row);
      }
    }
  }

  private void history(Archive archive, Optional<PersonKey> owner)
      throws IOException, InterruptedException {
    var history = new History();
    var tallies = new ArrayList<Tally>();
    for (var part : archive.parts()) {
      var kind = part.kind().filter(Kind::isHistory);
      if (kind.isPresent()) {
        var tally = progress.file(part.name(), kind.get());
        var _ =
            rows(
                archive,
                part,
                tally,
                row -> history.add(kind.get(), row).ifPresent(tally::skipped));
        tallies.add(tally);
      }
    }
    if (!history.isEmpty()) {
      tools.delivery().untilDone(() -> change(history, owner));
    }
    tallies.forEach(Tally::publishedTheRest);
  }

  private void change(History history, Optional<PersonKey> stated) {
    var changed =
        tools
            .members()
            .change(member, Source.ARCHIVE, known -> history.of(known, profile(stated, known)));
    if (changed.isEmpty()) {
      throw gone();
    }
  }

  private static RefusedException gone() {
    return new RefusedException("member", "is not there any more");
  }

  private PersonKey profile(Optional<PersonKey> stated, Member known) {
    if (stated.isPresent()) {
      return stated.get();
    }
    var profile = address(known);
    if (profile.equals(Owner.derived(known))) {
      progress.note(
          "No file of the archive states the member's own profile address, and none was known; "
              + profile.path()
              + " stands in until the member is put with one.");
    }
    return profile;
  }

  private static PersonKey address(Member known) {
    return known.profile() == null ? Owner.derived(known) : known.profile().profile();
  }

  private Member known() throws InterruptedException {
    return tools.delivery().untilTold(() -> tools.members().find(member)).orElseThrow(Import::gone);
  }

  /** With whom the member exchanged messages; nobody when the archive has none. */
  private Map<PersonKey, Correspondent> correspondents(
      Archive archive, Optional<PersonKey> owner, ZoneId zone)
      throws IOException, InterruptedException {
    var found = new HashMap<PersonKey, Correspondent>();
    for (var part : archive.parts(Kind.MESSAGES)) {
      var self = owner.isPresent() ? owner.get() : address(known());
      var correspondents = new Correspondents(self, zone);
      var tally = progress.file(part.name(), Kind.MESSAGES);
      var _ = rows(archive, part, tally, row -> correspondents.add(row).ifPresent(tally::skipped));
      found.putAll(correspondents.end(tally::skipped));
      tally.publishedTheRest();
    }
    return found;
  }

  /** What is known of the member's ties, where the archive says something of them. */
  private Optional<Ties> ties(Archive archive, Map<PersonKey, Correspondent> correspondents)
      throws InterruptedException {
    if (correspondents.isEmpty() && archive.parts(Kind.CONNECTIONS).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        tools.delivery().untilTold(() -> Ties.read(tools.views(), member, correspondents)));
  }

  /**
   * Connections go to {@code tend.connections} alone. Name, company and position stand in the
   * connection; as a fact about the person, a list of one position without dates would replace a
   * fuller list that another source gave.
   */
  private void connections(Archive archive, Optional<Ties> known)
      throws IOException, InterruptedException {
    if (known.isEmpty()) {
      return;
    }
    var ties = known.get();
    boolean whole = true;
    Tally last = null;
    for (var part : archive.parts(Kind.CONNECTIONS)) {
      var tally = progress.file(part.name(), Kind.CONNECTIONS);
      var outgoing = new Outgoing(tools.delivery(), tally::published);
      whole &= rows(archive, part, tally, row -> connection(row, tally, ties, outgoing));
      outgoing.flush();
      last = tally;
    }
    if (last != null) {
      retract(ties, last, whole);
    }
    var elsewhere = new Outgoing(tools.delivery(), _ -> {});
    for (var correspondent : ties.correspondentsElsewhere()) {
      elsewhere.add(Publication.of(correspondent, Source.ARCHIVE, receivedAt));
    }
    elsewhere.flush();
  }

  private void connection(Row row, Tally tally, Ties ties, Outgoing outgoing)
      throws InterruptedException {
    if (!row.line("URL").isEmpty() && !ties.found(row.person("URL"))) {
      tally.skipped(Skip.REPEATED);
      return;
    }
    var connection = Acquaintances.connection(row, member);
    outgoing.add(Publication.of(ties.completed(connection), Source.ARCHIVE, receivedAt));
  }

  /** A list that broke off, or is empty, says of nobody that they are gone. */
  private void retract(Ties ties, Tally tally, boolean whole) throws InterruptedException {
    var outgoing = new Outgoing(tools.delivery(), tally::retracted);
    tally.retracted(0);
    if (!whole || ties.isEmpty()) {
      progress.note(
          "The list of connections is empty or breaks off, so that no earlier connection was taken back.");
      return;
    }
    for (var gone : ties.gone()) {
      Connection remains = gone.remains();
      outgoing.add(
          remains == null
              ? Publication.gone(
                  Topic.CONNECTIONS, gone.key().toString(), Source.ARCHIVE, receivedAt)
              : Publication.of(remains, Source.ARCHIVE, receivedAt));
    }
    outgoing.flush();
  }

  private void invitations(Archive archive, Optional<Ties> ties, ZoneId zone)
      throws IOException, InterruptedException {
    for (var part : archive.parts(Kind.INVITATIONS)) {
      var tally = progress.file(part.name(), Kind.INVITATIONS);
      var outgoing =
          new Outgoing(
              tools.delivery(),
              count -> {
                tally.published(count);
                tools.received().count(Source.ARCHIVE, count);
              });
      var _ = rows(archive, part, tally, row -> invitation(row, tally, ties, zone, outgoing));
      outgoing.flush();
    }
  }

  private void invitation(Row row, Tally tally, Optional<Ties> ties, ZoneId zone, Outgoing outgoing)
      throws InterruptedException {
    var invitation = Acquaintances.invitation(row, member, zone);
    if (invitation.isEmpty()) {
      tally.skipped(Skip.SENT_BY_MEMBER);
    } else if (ties.isPresent() && ties.get().isConnectedTo(invitation.get().inviter().profile())) {
      tally.skipped(Skip.ACCEPTED);
    } else {
      outgoing.add(Publication.of(invitation.get(), Source.ARCHIVE, receivedAt));
    }
  }

  /**
   * Reads all rows of a file.
   *
   * @return whether the file is whole
   */
  private boolean rows(Archive archive, Part part, Tally tally, Reading reading)
      throws IOException, InterruptedException {
    try (var sheet = archive.sheet(part)) {
      for (var row = sheet.next(); row != null; row = sheet.next()) {
        tally.row();
        try {
          reading.take(row);
        } catch (RefusedException refused) {
          tally.refused(row.number(), refused.refusal());
        }
        if (Thread.interrupted()) {
          throw new InterruptedException("stopped while a file was read");
        }
      }
      return !sheet.isCut();
    }
  }

  /** Does with a row what is to be done. */
  @FunctionalInterface
  private interface Reading {
    void take(Row row) throws InterruptedException;
  }
}
