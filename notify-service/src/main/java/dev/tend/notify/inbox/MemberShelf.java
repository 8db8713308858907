package dev.tend.notify.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.Codec;
import dev.tend.events.DeadLetter.Reason;
import dev.tend.events.Decoded;
import dev.tend.events.Member;
import dev.tend.events.Refusal;
import dev.tend.events.Topic;
import dev.tend.notify.digest.DigestCalendar;
import dev.tend.notify.erasure.Erasures;
import dev.tend.notify.question.Questions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;

/** Who is served. The latest word about a member holds, whatever came first. */
@ApplicationScoped
class MemberShelf implements Shelf<MemberShelf.News> {
  private final DigestCalendar calendar;
  private final Questions questions;
  private final Erasures erasures;

  MemberShelf(DigestCalendar calendar, Questions questions, Erasures erasures) {
    this.calendar = calendar;
    this.questions = questions;
    this.erasures = erasures;
  }

  @Override
  public Topic topic() {
    return Topic.MEMBERS;
  }

  /** What the topic says of a member: how they are from now on, or that they have left. */
  record News(String id, Optional<Member> member) {
    @Override
    public String toString() {
      return "News[" + id + "]";
    }
  }

  @Override
  public Class<News> type() {
    return News.class;
  }

  /** A tombstone says that somebody has left; it names them by its key. */
  @Override
  public Decoded<News> read(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      return record.key() == null
          ? new Decoded.Refused<>(Reason.MISPLACED, new Refusal("", "has no key"))
          : new Decoded.Value<>(new News(record.key(), Optional.empty()));
    }
    return switch (Codec.TOPIC.read(record.value(), Member.class)) {
      case Decoded.Value<Member>(var member) ->
          new Decoded.Value<>(new News(member.id(), Optional.of(member)));
      case Decoded.Refused<Member>(var reason, var refusal) ->
          new Decoded.Refused<>(reason, refusal);
    };
  }

  @Override
  public Optional<String> key(News news) {
    return Optional.of(news.id());
  }

  @Override
  public void keep(Handle transaction, List<Event<News>> fresh) {
    for (var event : fresh) {
      event
          .value()
          .member()
          .ifPresentOrElse(
              member -> changed(transaction, member, event.time()),
              () -> left(transaction, event.value().id(), event.time()));
    }
  }

  private void changed(Handle transaction, Member member, Instant at) {
    if (isNewest(transaction, member, at)) {
      calendar.follow(transaction, member);
      questions.settleFor(transaction, member.id());
    }
  }

  /**
   * What passed between them and others stays, until somebody asks for its erasure; only their name
   * goes, as long as it is known.
   */
  private void left(Handle transaction, String member, Instant at) {
    erasures.unname(transaction, member);
    boolean gone =
        transaction
                .createUpdate("delete from members where id = :id and changed_at <= :at")
                .bind("id", member)
                .bind("at", at)
                .execute()
            > 0;
    if (gone) {
      calendar.forget(transaction, member);
    }
  }

  private static boolean isNewest(Handle transaction, Member member, Instant at) {
    return transaction
            .createUpdate(
                """
                insert into members (id, name, email, document, changed_at)
                values (:id, :name, :email, :document::jsonb, :at)
                on conflict (id) do update
                set name = excluded.name, email = excluded.email, document = excluded.document,
                    changed_at = excluded.changed_at
                where members.changed_at <= excluded.changed_at
                """)
            .bind("id", member.id())
            .bind("name", member.name())
            .bind("email", member.email())
            .bind("document", new String(Codec.TOPIC.write(member), UTF_8))
            .bind("at", at)
            .execute()
        > 0;
  }
}
