package dev.tend.ingest.portability;

import dev.tend.events.Codec;
import dev.tend.events.Connection;
import dev.tend.events.Correspondence;
import dev.tend.events.DeadLetter;
import dev.tend.events.Invitation;
import dev.tend.events.PersonKey;
import dev.tend.events.RefusedException;
import dev.tend.events.Topic;
import dev.tend.events.kafka.CloudEvent;
import dev.tend.ingest.archive.Acquaintances;
import dev.tend.ingest.archive.History;
import dev.tend.ingest.archive.Owner;
import dev.tend.ingest.archive.Row;
import dev.tend.ingest.portability.Step.Counted;
import dev.tend.ingest.publish.Publication;
import dev.tend.ingest.publish.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the snapshot: rows as the export has them, by the same code. Connections are a whole: who
 * stood in an earlier snapshot and does not stand in this one is no connection any more.
 */
final class SnapshotReader {
  /** LinkedIn prepares the snapshot of a new consent within minutes. */
  private static final Duration NOT_YET = Duration.ofMinutes(5);

  /** Ends the reading of a domain that never ends. */
  private static final int MOST_ELEMENTS = 20_000;

  private final LinkedIn linkedin;
  private final EarlierConnections earlier;
  private final Erased erased;
  private final Duration hold;

  /** Of the members whose connections are being read. */
  private final Map<String, Map<PersonKey, Correspondence>> correspondents =
      new ConcurrentHashMap<>();

  /**
   * A reader of snapshots.
   *
   * @param hold how long an invitation waits for its inviter's name
   */
  SnapshotReader(LinkedIn linkedin, EarlierConnections earlier, Erased erased, Duration hold) {
    this.linkedin = linkedin;
    this.earlier = earlier;
    this.erased = erased;
    this.hold = hold;
  }

  /** Lets go of what is in memory of a member who is no longer read. */
  void forget(String member) {
    correspondents.remove(member);
  }

  /** Who the member is. */
  void history(Draft draft, Asking asking) throws Trouble, InterruptedException {
    var history = new History();
    for (var domain : Domain.history()) {
      for (var row : all(asking, domain)) {
        try {
          boolean taken = history.add(domain.kind(), row).isEmpty();
          draft.count(taken ? Counted.HISTORY : Counted.SKIPPED, 1);
        } catch (RefusedException refused) {
          draft.count(Counted.REFUSED, 1);
        }
      }
    }
    if (history.isEmpty() && asking.isEarly()) {
      throw Trouble.notYet(asking.now().plus(NOT_YET));
    }
    if (!history.isEmpty()) {
      var owner = new Owner();
      all(asking, Domain.INVITATIONS).forEach(owner::look);
      publish(draft, asking, history, owner);
    }
    draft.finish();
  }

  private static void publish(Draft draft, Asking asking, History history, Owner owner) {
    try {
      var known = asking.member().profile();
      var profile =
          owner
              .profile()
              .orElseGet(() -> known == null ? Owner.derived(asking.member()) : known.profile());
      var member = history.of(asking.member(), profile);
      var event = Publication.of(member, Source.PORTABILITY, asking.now());
      if (!member.equals(asking.member()) && !event.tooLarge()) {
        draft.publish(event, Counted.MEMBER);
      }
    } catch (RefusedException noMember) {
      draft.count(Counted.REFUSED, 1);
    }
  }

  /** All rows of a domain. One that LinkedIn does not know has none, unless it is the profile. */
  private List<Row> all(Asking asking, Domain domain) throws Trouble, InterruptedException {
    var rows = new ArrayList<Row>();
    try {
      int start = 0;
      for (var page = page(asking, domain, start);
          !page.isEnd() && start < MOST_ELEMENTS;
          page = page(asking, domain, start)) {
        rows.addAll(Rows.of(page, domain));
        start += page.elements().size();
      }
    } catch (Trouble trouble) {
      if (trouble.kind() != Trouble.Kind.UNREADABLE || domain == Domain.PROFILE) {
        throw trouble;
      }
    }
    return rows;
  }

  private LinkedIn.Page page(Asking asking, Domain domain, int start)
      throws Trouble, InterruptedException {
    return linkedin.snapshot(asking.grant(), domain, start);
  }

  /** Whom they know: a page. */
  void connections(Draft draft, Asking asking) throws Trouble, InterruptedException {
    var member = asking.member().id();
    var begun = draft.connectionsBegun(asking.now());
    var known = correspondents.computeIfAbsent(member, this::correspondences);
    var page = page(asking, Domain.CONNECTIONS, draft.start());
    for (var row : Rows.of(page, Domain.CONNECTIONS)) {
      try {
        var read = Acquaintances.connection(row, member);
        var connection = read.with(known.get(read.person()));
        draft.publish(Publication.of(connection, Source.PORTABILITY, begun), Counted.CONNECTION);
      } catch (RefusedException refused) {
        draft.count(Counted.REFUSED, 1);
      }
    }
    int before = draft.start();
    if (turn(draft, page)) {
      var _ = correspondents.remove(member);
      if (before > 0) {
        // an empty list says of nobody that they are gone
        retract(draft, asking, begun);
      }
    }
  }

  /** With whom a member wrote messages; what another source knows of that stays. */
  private Map<PersonKey, Correspondence> correspondences(String member) {
    var known = new HashMap<PersonKey, Correspondence>();
    for (var one : earlier.of(member)) {
      var correspondence = one.connection().correspondence();
      if (correspondence != null) {
        known.put(one.connection().person(), correspondence);
      }
    }
    return known;
  }

  /** What other sources told of connections stays: they may know better. */
  private void retract(Draft draft, Asking asking, Instant begun) {
    for (var one : earlier.of(asking.member().id())) {
      if (one.isOfASnapshot() && one.at().isBefore(begun)) {
        draft.publish(gone(one.connection(), asking.now()), Counted.RETRACTED);
      }
    }
  }

  private static Publication gone(Connection connection, Instant now) {
    var correspondence = connection.correspondence();
    return correspondence == null
        ? Publication.gone(Topic.CONNECTIONS, connection.key().toString(), Source.PORTABILITY, now)
        : Publication.of(
            Connection.correspondent(
                connection.person(), connection.member(), connection.name(), correspondence),
            Source.PORTABILITY,
            now);
  }

  /** Who asks them: a page. */
  void invitations(Draft draft, Asking asking) throws Trouble, InterruptedException {
    var page = page(asking, Domain.INVITATIONS, draft.start());
    for (var row : Rows.of(page, Domain.INVITATIONS)) {
      try {
        Acquaintances.invitation(row, asking.member().id(), asking.member().zone())
            .filter(invitation -> isNews(invitation, draft))
            .map(invitation -> Publication.of(invitation, Source.PORTABILITY, asking.now()))
            .ifPresentOrElse(
                event -> draft.publish(event, Counted.INVITATION),
                () -> draft.count(Counted.SKIPPED, 1));
      } catch (RefusedException refused) {
        draft.count(Counted.REFUSED, 1);
      }
    }
    if (turn(draft, page)) {
      draft.invitations(draft.invitations().read(asking.now()));
      letGo(draft, asking);
    }
  }

  /**
   * Whether it has not been published yet. A row also names one that waits, if it was sent then.
   * One that waited when its inviter was erased goes with them: only a name could tell whom it was
   * from.
   */
  private boolean isNews(Invitation invitation, Draft draft) {
    var before = draft.invitations();
    var waited = draft.name(Objects.requireNonNull(invitation.sentAt()));
    draft.invitations(before.told(invitation));
    return (before.isNews(invitation) || (waited.isPresent() && !before.isTold(invitation)))
        && waited
            .filter(held -> erased.isErased(invitation.inviter().profile(), held.since()))
            .isEmpty();
  }

  /** Goes on to the next page; true when there is none. */
  private static boolean turn(Draft draft, LinkedIn.Page page) {
    draft.advance(page.elements().size());
    boolean end = page.isEnd() || draft.start() >= MOST_ELEMENTS;
    if (end) {
      draft.finish();
    }
    return end;
  }

  /**
   * Whoever was not named in time goes to the dead letters; so does the older half, when there is
   * no room for those that come.
   */
  private void letGo(Draft draft, Asking asking) {
    var oldest = asking.now().minus(hold);
    var waiting = draft.held();
    int tooMany = waiting.size() < Held.MOST ? 0 : Held.MOST / 2;
    for (int i = 0; i < waiting.size(); i++) {
      var held = waiting.get(i);
      if (i < tooMany || held.since().isBefore(oldest)) {
        draft.release(held::equals, Counted.UNNAMED);
        draft.publish(letter(held, asking), Counted.DEAD);
      }
    }
  }

  private static Publication letter(Held held, Asking asking) {
    var member = asking.member().id();
    var letter =
        new DeadLetter(
            DeadLetter.Reason.TIMED_OUT,
            "No snapshot named the inviter of this invitation in time",
            "ingest-service",
            "linkedin.memberChangeLogs",
            0,
            held.change(),
            1,
            asking.now(),
            member,
            Base64.getEncoder().encodeToString(Codec.TOPIC.write(held)),
            Map.of());
    var event =
        CloudEvent.on(Topic.DEAD_LETTERS, letter.origin(), Source.PORTABILITY.uri(), asking.now());
    return new Publication(Topic.DEAD_LETTERS, member, event, Codec.TOPIC.write(letter));
  }
}
