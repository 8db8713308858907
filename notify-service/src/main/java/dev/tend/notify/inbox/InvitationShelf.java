package dev.tend.notify.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.Codec;
import dev.tend.events.Invitation;
import dev.tend.events.Position;
import dev.tend.events.Refusal;
import dev.tend.events.Topic;
import dev.tend.notify.Stored;
import dev.tend.notify.question.Questions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Who asked whom. The same invitation from another source completes what is known of it. */
@ApplicationScoped
class InvitationShelf implements Shelf<Invitation> {
  private final Questions questions;

  InvitationShelf(Questions questions) {
    this.questions = questions;
  }

  @Override
  public Topic topic() {
    return Topic.INVITATIONS;
  }

  @Override
  public Class<Invitation> type() {
    return Invitation.class;
  }

  @Override
  public Optional<String> key(Invitation invitation) {
    return Optional.of(invitation.inviter().profile().path());
  }

  @Override
  public Optional<Refusal> refusal(Invitation invitation) {
    return invitation.id().isEmpty()
        ? Optional.of(new Refusal("id", "is required"))
        : Optional.empty();
  }

  @Override
  public void keep(Handle transaction, List<Event<Invitation>> fresh) {
    var known = stored(transaction, fresh.stream().map(event -> event.value().id()).toList());
    var told = new TreeMap<String, Told>();
    for (var event : fresh) {
      var before = Optional.ofNullable(told.get(event.value().id()));
      told.put(
          event.value().id(),
          Told.by(event).with(before.orElseGet(() -> known.get(event.value().id()))));
    }
    write(transaction, told.values());
    questions.settle(
        transaction,
        told.values().stream().map(one -> one.invitation().member()).toList(),
        told.keySet());
  }

  private static Map<String, Told> stored(Handle transaction, List<String> ids) {
    var stored = new HashMap<String, Told>();
    transaction
        .createQuery(
            """
            select id, document, received_at, told_at, sources from invitations
            where id = any(:ids) order by id for update
            """)
        .bindArray("ids", String.class, ids)
        .map(
            (row, context) ->
                new Told(
                    Stored.read(row.getString("document"), Invitation.class),
                    row.getTimestamp("received_at").toInstant(),
                    row.getTimestamp("told_at").toInstant(),
                    new TreeSet<>(List.of((String[]) row.getArray("sources").getArray()))))
        .forEach(told -> stored.put(told.invitation().id(), told));
    return stored;
  }

  private static void write(Handle transaction, Collection<Told> told) {
    var batch =
        transaction.prepareBatch(
            """
            insert into invitations (id, member, inviter, inviter_email, document, searched,
                                     received_at, told_at, sources)
            values (:id, :member, :inviter, :email, :document::jsonb, :searched,
                    :receivedAt, :toldAt, :sources)
            on conflict (id) do update
            set inviter_email = excluded.inviter_email, document = excluded.document,
                searched = excluded.searched, received_at = excluded.received_at,
                told_at = excluded.told_at, sources = excluded.sources
            """);
    for (var one : told) {
      var invitation = one.invitation();
      batch
          .bind("id", invitation.id())
          .bind("member", invitation.member())
          .bind("inviter", invitation.inviter().profile().path())
          .bind("email", invitation.inviter().email())
          .bind("document", new String(Codec.TOPIC.write(invitation), UTF_8))
          .bind("searched", searched(invitation))
          .bind("receivedAt", one.receivedAt())
          .bind("toldAt", one.toldAt())
          .bindArray("sources", String.class, List.copyOf(one.sources()))
          .add();
    }
    batch.execute();
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

  /** An invitation as all sources together tell it. */
  private record Told(
      Invitation invitation, Instant receivedAt, Instant toldAt, TreeSet<String> sources) {

    static Told by(Event<Invitation> event) {
      return new Told(
          event.value(), event.time(), event.time(), new TreeSet<>(List.of(event.source())));
    }

    /** Both together; where they differ the later one holds. */
    Told with(@org.jspecify.annotations.Nullable Told other) {
      if (other == null) {
        return this;
      }
      if (other.toldAt.isAfter(toldAt)) {
        return other.with(this);
      }
      var all = new TreeSet<>(sources);
      all.addAll(other.sources);
      var first = receivedAt.isBefore(other.receivedAt) ? receivedAt : other.receivedAt;
      return new Told(completed(invitation, other.invitation), first, toldAt, all);
    }

    private static Invitation completed(Invitation later, Invitation earlier) {
      return new Invitation(
          later.id(),
          later.member(),
          later.inviter().completedBy(earlier.inviter()),
          later.note().isEmpty() ? earlier.note() : later.note(),
          later.sentAt() == null ? earlier.sentAt() : later.sentAt(),
          later.mutualConnections() == null
              ? earlier.mutualConnections()
              : later.mutualConnections(),
          later.mutuals().isEmpty() ? earlier.mutuals() : later.mutuals());
    }
  }
}
