package dev.tend.notify.inbox;

import static dev.tend.notify.Firm.RECEIVED;
import static dev.tend.notify.Firm.decided;
import static dev.tend.notify.Firm.invitation;
import static dev.tend.notify.Firm.member;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tend.events.Codec;
import dev.tend.events.DeadLetter;
import dev.tend.events.DeadLetter.Reason;
import dev.tend.events.Topic;
import dev.tend.events.Verdict;
import dev.tend.events.kafka.CloudEvent;
import dev.tend.notify.NotifyParts;
import dev.tend.testing.RealBroker;
import dev.tend.testing.RealDatabase;
import dev.tend.testing.TopicReader;
import dev.tend.testing.TopicWriter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(NotifyParts.class)
class IntakeTest {
  private static final String BROKER = RealBroker.shared().bootstrapServers();
  private static final Logger LOG = Logger.getLogger(IntakeTest.class);

  private final TopicWriter topics = new TopicWriter(BROKER);

  @Inject Jdbi database;

  @Test
  void whatCannotBeReadBecomesADeadLetterAndStopsNothing() {
    var member = member("Amy");
    var invitation = invitation(member, "Jane Fine", "");
    try (var letters = TopicReader.fromNow(BROKER, Topic.DEAD_LETTERS, DeadLetter.class)) {
      var malformed = topics.rawText(Topic.DECISIONS, member.id(), "{\"invitation\":");
      var invalid = topics.rawText(Topic.DECISIONS, member.id(), "{\"invitation\":\"4711\"}");
      var tombstone = topics.tombstone(Topic.DECISIONS, member.id());
      var decision = decided(invitation, Verdict.ACCEPT);
      var event = CloudEvent.on(Topic.DECISIONS, decision.id(), "/scoring", RECEIVED);
      var misplaced = topics.write(Topic.DECISIONS, "somebody.else", decision, event);
      var unbearable =
          topics.write(
              Topic.DECISIONS,
              member.id(),
              decision,
              CloudEvent.on(Topic.DECISIONS, "\0", "/scoring", RECEIVED));
      topics.decision(decision);

      assertThat(letter(letters, malformed).reason()).isEqualTo(Reason.MALFORMED);
      assertThat(letter(letters, invalid).reason()).isEqualTo(Reason.INVALID);
      assertThat(letter(letters, tombstone).reason()).isEqualTo(Reason.MALFORMED);
      assertThat(letter(letters, misplaced).reason()).isEqualTo(Reason.MISPLACED);
      assertThat(letter(letters, unbearable).reason()).isEqualTo(Reason.FAILED);
      assertThat(letter(letters, unbearable).service()).isEqualTo("notify-service");
      awaitDecisions(member.id(), 1);
    }
  }

  @Test
  void anIdThatBelongsToOtherPeopleIsADeadLetterAndChangesNothing() {
    var first = invitation(member("Bea"), "Jane First", "");
    var second = invitation(member("Cid"), "Jim Second", "").named(first.id());
    try (var letters = TopicReader.fromNow(BROKER, Topic.DEAD_LETTERS, DeadLetter.class)) {
      topics.invitation(first, RECEIVED);
      awaitInvitations(first.member(), 1);
      var refused = topics.invitation(second, RECEIVED.plusSeconds(1));

      var letter = letter(letters, refused);
      assertThat(letter.reason()).isEqualTo(Reason.INVALID);
      assertThat(letter.detail()).isEqualTo("id is that of an invitation between other people");
      awaitInvitations(first.member(), 1);
      awaitInvitations(second.member(), 0);
    }
  }

  @Test
  void whoComesBackUnderAnotherIdOfTheSameSourceHasInvitedTwice() {
    var member = member("Dan");
    var first = invitation(member, "Jane Again", "");
    topics.invitation(first, RECEIVED);
    topics.invitation(first.named("again-" + first.id()), RECEIVED.plus(Duration.ofDays(10)));
    topics.invitation(first, RECEIVED.plus(Duration.ofDays(100)));

    awaitInvitations(member.id(), 2);
  }

  /** The producer does not wait for each record, so what is measured is what notify takes. */
  @Test
  void tenThousandDecisionsFlowInSeconds() {
    var member = member("Flood");
    var settings =
        Map.<String, Object>of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, BROKER, ProducerConfig.LINGER_MS_CONFIG, 20);
    long start = System.nanoTime();
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < 10_000; i++) {
        var decision = decided(invitation(member, "Person", ""), Verdict.IGNORE);
        var value = Codec.TOPIC.write(decision);
        var record = new ProducerRecord<>(Topic.DECISIONS.fullName(), decision.member(), value);
        CloudEvent.on(Topic.DECISIONS, decision.id(), "/scoring", RECEIVED)
            .writeTo(record.headers());
        var _ = producer.send(record);
      }
    }
    long written = System.nanoTime();
    awaitDecisions(member.id(), 10_000);
    long kept = System.nanoTime();
    LOG.infof(
        "10,000 decisions were written in %d ms and kept in %d ms",
        (written - start) / 1_000_000, (kept - start) / 1_000_000);
  }

  @Test
  void aDatabaseThatIsAwayDelaysAndLosesNothing() throws SQLException {
    var member = member("Patient");
    var shared = RealDatabase.shared();
    var name = shared.jdbcUrl().replaceAll("^.*/([^/?]+)(\\?.*)?$", "$1");
    var elsewhere = shared.jdbcUrl().replaceAll("/[^/]+$", "/template1");
    try (var operator = DriverManager.getConnection(elsewhere, shared.user(), shared.password());
        var commands = operator.createStatement()) {
      commands.execute("alter database \"%s\" with allow_connections false".formatted(name));
      try {
        commands.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
                .formatted(name));
        for (int i = 0; i < 200; i++) {
          var invitation = invitation(member, "Person " + i, "");
          topics.invitation(invitation, RECEIVED);
          topics.decision(decided(invitation, Verdict.IGNORE));
        }
        await()
            .atMost(Duration.ofSeconds(30))
            .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(503));
        given().get("/q/health/live").then().statusCode(200);
      } finally {
        commands.execute("alter database \"%s\" with allow_connections true".formatted(name));
      }
    }
    awaitDecisions(member.id(), 200);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
  }

  private static DeadLetter letter(TopicReader<DeadLetter> letters, RecordMetadata place) {
    var origin = place.topic() + "/" + place.partition() + "/" + place.offset();
    return letters.await(letter -> letter.get().origin().equals(origin)).get();
  }

  private void awaitDecisions(String member, int number) {
    awaitRows("decisions", member, number);
  }

  private void awaitInvitations(String member, int number) {
    awaitRows("invitations", member, number);
  }

  private void awaitRows(String table, String member, int number) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(
                        database.<Integer, RuntimeException>withHandle(
                            handle ->
                                handle
                                    .createQuery(
                                        "select count(*) from <table> where member = :member")
                                    .define("table", table)
                                    .bind("member", member)
                                    .mapTo(int.class)
                                    .one()))
                    .isEqualTo(number));
  }
}
