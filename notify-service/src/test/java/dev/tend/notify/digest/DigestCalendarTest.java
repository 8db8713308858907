package dev.tend.notify.digest;

import static dev.tend.notify.Firm.decided;
import static dev.tend.notify.Firm.invitation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tend.events.Codec;
import dev.tend.events.Decision;
import dev.tend.events.DigestWishes;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.Verdict;
import dev.tend.events.cast.AMember;
import dev.tend.notify.Bench;
import dev.tend.notify.NotifyParts;
import dev.tend.notify.choice.ChoiceLinks;
import dev.tend.notify.mail.Outbox;
import dev.tend.notify.question.Questions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Two instances on one database of their own, whose clock the test moves. */
@QuarkusTest
@WithTestResource(NotifyParts.class)
class DigestCalendarTest {
  private static final Instant SUNDAY = Instant.parse("2026-03-08T04:00:00Z");
  private static final List<String> ZONES =
      List.of(
          "America/Toronto",
          "Europe/Paris",
          "Asia/Tokyo",
          "America/Vancouver",
          "Asia/Kolkata",
          "UTC");

  @Inject Outbox outbox;
  @Inject Questions questions;
  @Inject ChoiceLinks links;
  @Inject DigestPaper paper;

  @Test
  void twoInstancesMakeEachDigestOnceAtItsLocalTime() {
    try (var bench = Bench.at(SUNDAY)) {
      var one = calendar(bench);
      var other = calendar(bench);
      var members = members(bench, one, 30);
      one.start(new StartupEvent());
      other.start(new StartupEvent());
      try {
        for (int day = 1; day <= 3; day++) {
          tell(bench, members, day);
          bench.setTime(SUNDAY.plus(Duration.ofDays(day)));
          int expected = day * members.size();
          await("the digests of day " + day)
              .atMost(Duration.ofSeconds(60))
              .untilAsserted(() -> assertThat(count(bench, "digests")).isEqualTo(expected));
          await("the next slots")
              .atMost(Duration.ofSeconds(30))
              .untilAsserted(() -> assertThat(due(bench)).isZero());
        }
      } finally {
        one.stop(new ShutdownEvent());
        other.stop(new ShutdownEvent());
      }

      assertThat(count(bench, "digests")).isEqualTo(90);
      assertThat(count(bench, "mails")).isEqualTo(90);
      assertThat(count(bench, "digest_rows")).isEqualTo(90L * 5);
      for (var member : members) {
        assertThat(slots(bench, member))
            .as(member.id() + " in " + member.zone())
            .hasSize(3)
            .allSatisfy(
                slot ->
                    assertThat(slot.atZone(member.zone()).toLocalTime())
                        .isEqualTo(LocalTime.of(7, 30)));
      }
    }
  }

  @Test
  void concurrentEditorsTellEachDecisionOnce() throws Exception {
    try (var bench = Bench.at(SUNDAY);
        var threads = Executors.newFixedThreadPool(8)) {
      var members = members(bench, calendar(bench), 2);
      tell(bench, members, 1);
      var attempts = new ArrayList<Callable<Integer>>();
      for (int i = 0; i < 40; i++) {
        var member = members.get(i % 2);
        var slot = SUNDAY.plusSeconds(i % 5);
        attempts.add(
            () -> editor(bench).make(member.id(), slot).map(DigestEditor.Edition::rows).orElse(0));
      }
      int told = 0;
      for (var attempt : threads.invokeAll(attempts)) {
        told += attempt.get();
      }
      assertThat(told).isEqualTo(10);
      assertThat(count(bench, "digest_rows")).isEqualTo(10);
      assertThat(count(bench, "digests")).isEqualTo(2);
    }
  }

  @Test
  void followsTheMembersWishes() {
    try (var bench = Bench.at(SUNDAY)) {
      var calendar = calendar(bench);
      var member = members(bench, calendar, 1).getFirst();
      assertThat(planned(bench)).containsExactly(Instant.parse("2026-03-08T11:30:00Z"));

      follow(
          bench,
          calendar,
          member,
          new DigestWishes(DigestWishes.Every.DAY, LocalTime.of(18, 0), null));
      assertThat(planned(bench)).containsExactly(Instant.parse("2026-03-08T22:00:00Z"));

      follow(bench, calendar, member, new DigestWishes(DigestWishes.Every.WEEK, null, null));
      assertThat(planned(bench)).containsExactly(Instant.parse("2026-03-09T11:30:00Z"));

      follow(bench, calendar, member, new DigestWishes(DigestWishes.Every.OFF, null, null));
      assertThat(planned(bench)).isEmpty();
    }
  }

  @Test
  void aWishThatIsRolledBackChangesNothing() {
    try (var bench = Bench.at(SUNDAY)) {
      var calendar = calendar(bench);
      var member = members(bench, calendar, 1).getFirst();
      var evening = new DigestWishes(DigestWishes.Every.DAY, LocalTime.of(18, 0), null);
      bench
          .jdbi()
          .useTransaction(
              transaction -> {
                calendar.follow(transaction, wishing(member, evening));
                transaction.rollback();
              });
      assertThat(planned(bench)).containsExactly(Instant.parse("2026-03-08T11:30:00Z"));
    }
  }

  private DigestEditor editor(Bench bench) {
    return new DigestEditor(
        bench.jdbi(),
        outbox,
        questions,
        links,
        paper,
        Bench.config(Map.of()),
        bench.time(),
        new SimpleMeterRegistry());
  }

  private DigestCalendar calendar(Bench bench) {
    return new DigestCalendar(
        bench.jdbi(), bench.connections(), editor(bench), bench.time(), Bench.config(Map.of()));
  }

  private static List<Member> members(Bench bench, DigestCalendar calendar, int number) {
    var members = new ArrayList<Member>();
    for (int i = 0; i < number; i++) {
      var member = AMember.aMember("Member " + i).in(ZONES.get(i % ZONES.size())).build();
      members.add(member);
      bench
          .jdbi()
          .useTransaction(
              transaction -> {
                transaction
                    .createUpdate(
                        """
                        insert into members (id, name, email, document, changed_at)
                        values (:id, :name, :email, :document::jsonb, :at)
                        """)
                    .bind("id", member.id())
                    .bind("name", member.name())
                    .bind("email", member.email())
                    .bind("document", json(member))
                    .bind("at", SUNDAY)
                    .execute();
                calendar.follow(transaction, member);
              });
    }
    return members;
  }

  /** Five decisions for each member. */
  private static void tell(Bench bench, List<Member> members, int day) {
    for (var member : members) {
      for (int i = 0; i < 5; i++) {
        var invitation = invitation(member, "Person " + day + " " + i, "");
        store(bench, invitation, decided(invitation, i % 2 == 0 ? Verdict.ACCEPT : Verdict.IGNORE));
      }
    }
  }

  private static void store(Bench bench, Invitation invitation, Decision decision) {
    bench
        .jdbi()
        .useTransaction(
            transaction -> {
              transaction
                  .createUpdate(
                      """
                      insert into invitations (id, member, inviter, inviter_email, document, searched,
                                               received_at, told_at, sources)
                      values (:id, :member, :inviter, '', :document::jsonb, '', :at, :at, '{}')
                      """)
                  .bind("id", invitation.id())
                  .bind("member", invitation.member())
                  .bind("inviter", invitation.inviter().profile().path())
                  .bind("document", json(invitation))
                  .bind("at", SUNDAY)
                  .execute();
              transaction
                  .createUpdate(
                      """
                      insert into decisions (invitation, revision, member, document, decided_at)
                      values (:id, 1, :member, :document::jsonb, :at)
                      """)
                  .bind("id", invitation.id())
                  .bind("member", invitation.member())
                  .bind("document", json(decision))
                  .bind("at", SUNDAY)
                  .execute();
              transaction
                  .createUpdate(
                      """
                      insert into verdicts (invitation, member, revision, verdict, relevance, risk, decided_at)
                      values (:id, :member, 1, :verdict, 1, 1, :at)
                      """)
                  .bind("id", invitation.id())
                  .bind("member", invitation.member())
                  .bind("verdict", decision.verdict().word())
                  .bind("at", SUNDAY)
                  .execute();
            });
  }

  private static void follow(
      Bench bench, DigestCalendar calendar, Member member, DigestWishes wishes) {
    bench
        .jdbi()
        .useTransaction(transaction -> calendar.follow(transaction, wishing(member, wishes)));
  }

  private static Member wishing(Member member, DigestWishes wishes) {
    return new Member(
        member.id(),
        member.name(),
        member.email(),
        member.zone(),
        member.languages(),
        member.profile(),
        member.policy(),
        wishes,
        member.learnFrom());
  }

  private static String json(Object record) {
    return new String(Codec.TOPIC.write(record), StandardCharsets.UTF_8);
  }

  private static long count(Bench bench, String table) {
    return bench
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("select count(*) from " + table).mapTo(long.class).one());
  }

  private static long due(Bench bench) {
    return bench
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select count(*) from scheduled_tasks where execution_time <= :now or picked")
                    .bind("now", bench.time().instant())
                    .mapTo(long.class)
                    .one());
  }

  private static List<Instant> planned(Bench bench) {
    return bench
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select execution_time from scheduled_tasks")
                    .mapTo(Instant.class)
                    .list());
  }

  private static List<Instant> slots(Bench bench, Member member) {
    return bench
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select slot from digests where member = :member order by slot")
                    .bind("member", member.id())
                    .mapTo(Instant.class)
                    .list());
  }
}
