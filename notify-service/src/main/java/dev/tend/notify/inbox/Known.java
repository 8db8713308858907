package dev.tend.notify.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.Codec;
import dev.tend.events.Identity;
import dev.tend.events.Invitation;
import dev.tend.events.Position;
import dev.tend.events.RefusedException;
import dev.tend.notify.erasure.Erasures;
import dev.tend.notify.inbox.Told.Pair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The invitations between the people of some events, as they lie in the database, and as they are
 * when the events have been told. Not thread-safe.
 */
final class Known {
  private final Map<Pair, List<Told>> invitations = new HashMap<>();
  private final Map<String, Pair> people = new HashMap<>();
  private final Map<String, Told> changed = new LinkedHashMap<>();

  private Known() {}

  /** What is known between these people, and of what bears these ids; it is locked. */
  static Known around(Handle transaction, List<Event<Invitation>> events) {
    var known = new Known();
    var pairs = events.stream().map(event -> Pair.of(event.value())).distinct().toList();
    transaction
        .createQuery(
            """
            with locked as (
              select id, document, sent_at, received_at, told_at, sources from invitations
              where id in (select i.id
                           from invitations i
                           join unnest(:members, :inviters) as pair (member, inviter)
                             on i.member = pair.member and i.inviter = pair.inviter
                           union
                           select invitation from invitation_names where id = any(:ids))
              order by id for update)
            select locked.*, called.ids, called.by
            from locked
            cross join lateral (
              select min(place) as place,
                     array_agg(id order by place) as ids, array_agg(source order by place) as by
              from invitation_names where invitation = locked.id) called
            order by called.place
            """)
        .bindArray("members", String.class, pairs.stream().map(Pair::member).toList())
        .bindArray("inviters", String.class, pairs.stream().map(Pair::inviter).toList())
        .bindArray("ids", String.class, events.stream().map(event -> event.value().id()).toList())
        .map((row, context) -> Told.of(row))
        .forEach(known::add);
    return known;
  }

  /**
   * Takes in what an event tells: of one that is known, or of another one.
   *
   * @throws RefusedException when its id is that of an invitation between other people
   */
  void tell(Event<Invitation> event) {
    var told = Told.by(event);
    var owner = people.get(told.identity().id());
    if (owner != null && !owner.equals(told.pair())) {
      throw otherPeople();
    }
    var theirs = invitations.getOrDefault(told.pair(), List.of());
    var first = Identity.among(theirs, Told::identity, told.identity());
    var now = first.map(one -> one.with(told)).orElse(told);
    if (first.isPresent()) {
      theirs.set(theirs.indexOf(first.get()), now);
      people.put(told.identity().id(), told.pair());
    } else {
      add(told);
    }
    changed.put(now.invitation().id(), now);
  }

  private static RefusedException otherPeople() {
    return new RefusedException("id", "is that of an invitation between other people");
  }

  private void add(Told told) {
    invitations.computeIfAbsent(told.pair(), pair -> new ArrayList<>()).add(told);
    for (var name : told.identity().names()) {
      people.put(name.id(), told.pair());
    }
  }

  /**
   * Writes what has changed.
   *
   * @throws RefusedException when another instance has just kept one of the ids for other people
   */
  void write(Handle transaction) {
    writeInvitations(transaction);
    var batch =
        transaction.prepareBatch(
            """
            insert into invitation_names (id, source, invitation)
            values (:id, :source, :invitation)
            on conflict do nothing
            """);
    for (var told : changed.values()) {
      for (var name : told.identity().names()) {
        batch
            .bind("id", name.id())
            .bind("source", name.source())
            .bind("invitation", told.invitation().id())
            .add();
      }
    }
    batch.execute();
  }

  /** What has changed, for those who look whether somebody in it was erased. */
  List<Erasures.Received> received() {
    return changed.values().stream()
        .map(
            told ->
                new Erasures.Received(
                    told.invitation().id(),
                    told.pair().member(),
                    told.pair().inviter(),
                    told.toldAt()))
        .toList();
  }

  private void writeInvitations(Handle transaction) {
    var batch =
        transaction.prepareBatch(
            """
            insert into invitations (id, member, inviter, inviter_email, document, searched,
                                     sent_at, received_at, told_at, sources)
            values (:id, :member, :inviter, :email, :document::jsonb, :searched,
                    :sentAt, :receivedAt, :toldAt, :sources)
            on conflict (id) do update
            set inviter_email = excluded.inviter_email, document = excluded.document,
                searched = excluded.searched, sent_at = excluded.sent_at,
                received_at = excluded.received_at, told_at = excluded.told_at,
                sources = excluded.sources
            where invitations.member = excluded.member and invitations.inviter = excluded.inviter
            """);
    for (var told : changed.values()) {
      var invitation = told.invitation();
      batch
          .bind("id", invitation.id())
          .bind("member", invitation.member())
          .bind("inviter", told.pair().inviter())
          .bind("email", invitation.inviter().email())
          .bind("document", new String(Codec.TOPIC.write(invitation), UTF_8))
          .bind("searched", searched(invitation))
          .bind("sentAt", told.identity().dated() ? told.identity().sent() : null)
          .bind("receivedAt", told.receivedAt())
          .bind("toldAt", told.toldAt())
          .bindArray("sources", String.class, List.copyOf(told.sources()))
          .add();
    }
    if (Arrays.stream(batch.execute()).anyMatch(rows -> rows == 0)) {
      throw otherPeople();
    }
  }

  private static String searched(Invitation invitation) {
    var inviter = invitation.inviter();
    return Stream.concat(
            Stream.of(
                inviter.name(), inviter.headline(), inviter.profile().path(), invitation.note()),
            inviter.positions().stream().map(Position::company))
        .collect(Collectors.joining("\n"))
        .toLowerCase(Locale.ROOT);
  }
}
