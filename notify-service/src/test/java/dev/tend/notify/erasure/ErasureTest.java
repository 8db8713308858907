package dev.tend.notify.erasure;

import static dev.tend.events.cast.APerson.profileOf;
import static dev.tend.notify.Firm.RECEIVED;
import static dev.tend.notify.Firm.decided;
import static dev.tend.notify.Firm.invitation;
import static dev.tend.notify.Firm.member;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tend.events.Choice;
import dev.tend.events.Decision;
import dev.tend.events.Erased;
import dev.tend.events.Erasure;
import dev.tend.events.Invitation;
import dev.tend.events.Mail;
import dev.tend.events.Member;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.events.Topic;
import dev.tend.events.Verdict;
import dev.tend.events.kafka.CloudEvent;
import dev.tend.notify.NotifyParts;
import dev.tend.testing.RealBroker;
import dev.tend.testing.Tokens;
import dev.tend.testing.TopicReader;
import dev.tend.testing.TopicWriter;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Whoever is erased stands in no row of any table, and the ledger still counts. */
@QuarkusTest
@WithTestResource(
    value = NotifyParts.class,
    initArgs = @ResourceArg(name = "tend.notify.question-delay", value = "PT1H"))
class ErasureTest {
  private static final String BROKER = RealBroker.shared().bootstrapServers();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final TopicWriter topics = new TopicWriter(BROKER);

  @Inject Jdbi database;

  /** The tables in which something of this stands, each row as text. */
  private List<String> tablesWith(String word) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select table_name from information_schema.tables
                    where table_schema = 'public' and table_type = 'BASE TABLE'
                      and table_name not in ('outgoing', 'flyway_schema_history')
                    order by table_name
                    """)
                .mapTo(String.class)
                .list()
                .stream()
                .filter(
                    table ->
                        handle
                            .createQuery(
                                "select exists (select from %s t where position(:word in t::text) > 0)"
                                    .formatted(table))
                            .bind("word", word)
                            .mapTo(boolean.class)
                            .one())
                .toList());
  }

  private Erased erase(Erasure.Kind kind, String subject) {
    var receipt = UUID.randomUUID().toString();
    var now = Instant.now();
    var erasure = Erasure.of(receipt, kind, subject, "5a17", 4, now);
    try (var answers = TopicReader.fromNow(BROKER, Topic.ERASED, Erased.class)) {
      topics.write(
          Topic.ERASURES,
          receipt,
          erasure,
          CloudEvent.on(Topic.ERASURES, receipt, "/ingest/http", now));
      return answers.await(one -> one.get().receipt().equals(receipt)).get();
    }
  }

  private static JsonPath ledger() {
    return given()
        .header("Authorization", Tokens.bearer("operator"))
        .get("/api/ledger")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private void told(Member member, Invitation invitation, Verdict verdict) {
    topics.member(member, RECEIVED);
    topics.invitation(invitation, RECEIVED);
    topics.decision(decided(invitation, verdict));
    await()
        .atMost(PATIENCE)
        .until(() -> tablesWith(invitation.id()).containsAll(List.of("invitations", "verdicts")));
  }

  private void chose(Invitation about, Choice.Kind kind) {
    topics.choice(
        new Choice(about.id(), about.member(), about.inviter().profile(), kind, RECEIVED));
    await().atMost(PATIENCE).until(() -> tablesWith(about.id()).contains("standing_choices"));
  }

  private static void assertSame(JsonPath before, JsonPath now) {
    for (var figure : List.of("received", "accept", "ask", "ignore", "dead", "undecided")) {
      assertThat(now.getLong(figure)).as(figure).isEqualTo(before.getLong(figure));
    }
  }

  @Test
  void aPersonStandsInNoRowAndTheLedgerCountsThemStill() {
    var member = member("Amy Keeps");
    var asked = invitation(member, "Jane Begone");
    told(member, asked, Verdict.ASK);
    var other = invitation(member, "Max Stays", "");
    told(member, withMutual(other, "Jane Begone"), Verdict.ACCEPT);
    await().atMost(PATIENCE).until(() -> tablesWith("Jane Begone").contains("mails"));
    digest(member);
    chose(asked, Choice.Kind.ASK);
    assertThat(tablesWith("jane-begone")).contains("invitations", "questions", "choices");
    var before = ledger();
    try (var mails = TopicReader.fromNow(BROKER, Topic.MAIL, Mail.class)) {

      var erased = erase(Erasure.Kind.PERSON, "in/jane-begone");

      assertThat(tablesWith("Jane Begone")).isEmpty();
      assertThat(tablesWith("jane-begone")).isEmpty();
      assertThat(tablesWith("jane.begone")).isEmpty();
      assertThat(tablesWith(asked.id())).isEmpty();
      assertThat(tablesWith("Max Stays")).contains("invitations");
      assertThat(erased.service()).isEqualTo("notify-service");
      assertThat(erased.removed())
          .containsEntry("invitations", 1)
          .containsEntry("decisions", 1)
          .containsEntry("mails", 2)
          .containsEntry("mentions", 1);
      assertSame(before, ledger());
      var question = mails.await(one -> one.get().invitation().equals(asked.id())).get();
      assertThat(question.state()).isEqualTo(Mail.State.SUPPRESSED);
    }
  }

  @Test
  void sentencesAboutOthersNameThemNoLonger() {
    var member = member("Amy Reads");
    var leaver = member("Ona Vouches");
    topics.member(leaver, RECEIVED);
    var gone = invitation(member, "Kim Begone", "");
    told(member, gone, Verdict.ACCEPT);
    var other = invitation(member, "Max Vouched", "");
    topics.invitation(other, RECEIVED);
    topics.decision(
        saying(other, "You know 2 people at Halden Bank: Kim Begone and " + leaver.name()));
    await().atMost(PATIENCE).until(() -> tablesWith(other.id()).contains("verdicts"));
    digest(member);

    erase(Erasure.Kind.PERSON, "in/kim-begone");
    erase(Erasure.Kind.MEMBER, leaver.id());

    assertThat(tablesWith("Kim Begone")).isEmpty();
    assertThat(tablesWith(leaver.name())).isEmpty();
    assertThat(tablesWith("Halden Bank: somebody and a former colleague")).contains("decisions");
  }

  private static Decision saying(Invitation about, String evidence) {
    var decision = decided(about, Verdict.ACCEPT);
    return new Decision(
        decision.invitation(),
        decision.member(),
        decision.verdict(),
        decision.relevance(),
        decision.risk(),
        decision.summary(),
        List.of(Signal.of(SignalName.MUTUAL_CONNECTIONS, 20, evidence)),
        decision.wouldBe(),
        decision.policy(),
        decision.decidedAt(),
        decision.supersedes());
  }

  private static Invitation withMutual(Invitation invitation, String name) {
    return invitation.withMutuals(List.of(profileOf(name), profileOf("Wei Lin")));
  }

  /** It is sent, so that what was sent is emptied as well. */
  private void digest(Member member) {
    given()
        .header("Authorization", Tokens.bearer("operator"))
        .post("/api/members/{member}/digests", member.id())
        .then()
        .statusCode(202);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                database.<Long, RuntimeException>withHandle(
                    handle ->
                        handle
                            .createQuery(
                                "select count(*) from mails where member = :id and state = 'sent'")
                            .bind("id", member.id())
                            .mapTo(Long.class)
                            .one()),
            sent -> sent == 1);
  }

  @Test
  void whatWasUndecidedCountsAsIgnored() {
    var member = member("Amy Waits");
    var undecided = invitation(member, "Ivo Begone", "");
    topics.invitation(undecided, RECEIVED);
    await().atMost(PATIENCE).until(() -> tablesWith(undecided.id()).contains("invitations"));
    var before = ledger();

    erase(Erasure.Kind.PERSON, "in/ivo-begone");

    var now = ledger();
    assertThat(now.getLong("received")).isEqualTo(before.getLong("received"));
    assertThat(now.getLong("undecided")).isEqualTo(before.getLong("undecided") - 1);
    assertThat(now.getLong("ignore")).isEqualTo(before.getLong("ignore") + 1);
  }

  @Test
  void whatComesTooLateIsForgottenWhenItComes() {
    var member = member("Amy Late");
    var late = invitation(member, "Eva Begone", "");
    var before = ledger();
    erase(Erasure.Kind.PERSON, "in/eva-begone");

    topics.decision(decided(late, Verdict.ACCEPT));
    topics.invitation(late, RECEIVED);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(ledger().getLong("received")).isEqualTo(before.getLong("received") + 1);
              assertThat(tablesWith(late.id())).isEmpty();
            });
    topics.decision(decided(late, Verdict.IGNORE, 2));
    RealBroker.shared().awaitConsumed("notify-decisions", Topic.DECISIONS);

    assertThat(tablesWith(late.id())).isSubsetOf("inbox");
    assertThat(tablesWith("eva-begone")).isEmpty();
  }

  @Test
  void whoComesAgainIsKeptAndCountedOnce() {
    var member = member("Amy Again");
    var again = invitation(member, "Pat Begone", "");
    told(member, again, Verdict.IGNORE);
    var before = ledger();
    erase(Erasure.Kind.PERSON, "in/pat-begone");

    topics.invitation(again, Instant.now());
    await().atMost(PATIENCE).until(() -> tablesWith("pat-begone").contains("invitations"));

    assertThat(ledger().getLong("received")).isEqualTo(before.getLong("received"));
  }

  @Test
  void aMemberStandsInNoRowAndTheirMailsSayNothing() {
    var member = member("Ona Begone");
    var asked = invitation(member, "Jim Asker");
    told(member, asked, Verdict.ASK);
    await().atMost(PATIENCE).until(() -> tablesWith("Jim Asker").contains("mails"));
    digest(member);
    chose(asked, Choice.Kind.ASK);
    assertThat(tablesWith(member.id())).contains("members", "scheduled_tasks", "digests");
    var before = ledger();

    var erased = erase(Erasure.Kind.MEMBER, member.id());

    assertThat(tablesWith(member.id())).isEmpty();
    assertThat(tablesWith(member.name())).isEmpty();
    assertThat(tablesWith(member.email())).isEmpty();
    assertThat(tablesWith("Jim Asker")).isEmpty();
    assertThat(erased.removed()).containsEntry("members", 1).containsEntry("digests", 1);
    assertSame(before, ledger());
  }

  @Test
  void aMemberWhoLeavesIsNoDeadLetterAndGetsNoDigest() {
    var member = member("Rob Leaves");
    topics.member(member, RECEIVED);
    await()
        .atMost(PATIENCE)
        .until(() -> tablesWith(member.id()).containsAll(List.of("members", "scheduled_tasks")));
    var before = ledger();

    topics.tombstone(Topic.MEMBERS, member.id());

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(tablesWith(member.id())).isEmpty());
    assertThat(ledger().getLong("dead")).isEqualTo(before.getLong("dead"));
  }
}
