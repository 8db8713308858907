package dev.tend.notify.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.Codec;
import dev.tend.events.Member;
import dev.tend.events.Topic;
import dev.tend.notify.digest.DigestCalendar;
import dev.tend.notify.question.Questions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who is served. The latest word about a member holds, whatever came first. */
@ApplicationScoped
class MemberShelf implements Shelf<Member> {
  private final DigestCalendar calendar;
  private final Questions questions;

  MemberShelf(DigestCalendar calendar, Questions questions) {
    this.calendar = calendar;
    this.questions = questions;
  }

  @Override
  public Topic topic() {
    return Topic.MEMBERS;
  }

  @Override
  public Class<Member> type() {
    return Member.class;
  }

  @Override
  public Optional<String> key(Member member) {
    return Optional.of(member.id());
  }

  @Override
  public void keep(Handle transaction, List<Event<Member>> fresh) {
    for (var event : fresh) {
      if (changed(transaction, event)) {
        calendar.follow(transaction, event.value());
        questions.settleFor(transaction, event.value().id());
      }
    }
  }

  private static boolean changed(Handle transaction, Event<Member> event) {
    var member = event.value();
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
            .bind("at", event.time())
            .execute()
        > 0;
  }
}
