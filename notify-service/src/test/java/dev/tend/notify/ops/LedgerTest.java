package dev.tend.notify.ops;

import static dev.tend.notify.Firm.RECEIVED;
import static dev.tend.notify.Firm.decided;
import static dev.tend.notify.Firm.invitation;
import static dev.tend.notify.Firm.member;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tend.events.Decision;
import dev.tend.events.Invitation;
import dev.tend.events.Topic;
import dev.tend.events.Verdict;
import dev.tend.events.kafka.CloudEvent;
import dev.tend.notify.NotifyParts;
import dev.tend.testing.RealBroker;
import dev.tend.testing.Tokens;
import dev.tend.testing.TopicWriter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(NotifyParts.class)
class LedgerTest {
  private static final List<Verdict> VERDICTS =
      List.of(Verdict.ACCEPT, Verdict.ASK, Verdict.IGNORE);

  @Inject Jdbi database;

  private final TopicWriter topics = new TopicWriter(RealBroker.shared().bootstrapServers());

  private static JsonPath ledger() {
    return given()
        .header("Authorization", Tokens.bearer("operator"))
        .get("/api/ledger")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private void toldByAnotherSource(Invitation invitation) {
    var again = invitation.named("again-" + invitation.id());
    topics.write(
        Topic.INVITATIONS,
        again.inviter().profile().path(),
        again,
        CloudEvent.on(Topic.INVITATIONS, again.id(), "/ingest/archive", RECEIVED.plusSeconds(5)));
  }

  /** Other tests write as well: so this one waits for theirs, and looks at what it adds. */
  @Test
  void balancesWhateverOrderTheEventsComeInAndHoweverOften() {
    awaitWhatOthersWrote();
    var before = ledger();
    long seed = 20260209;
    var chance = new Random(seed);
    var member = member("Lee");
    var tellings = new ArrayList<Runnable>();
    for (int i = 0; i < 60; i++) {
      var invitation = invitation(member, "Person " + i, "");
      var decisions = new ArrayList<Decision>();
      for (int revision = 1; revision <= i % 4; revision++) {
        decisions.add(decided(invitation, VERDICTS.get((i + revision) % 3), revision));
      }
      for (int times = 0; times <= i % 3; times++) {
        tellings.add(() -> topics.invitation(invitation, RECEIVED));
        if (i % 5 == 0) {
          tellings.add(() -> toldByAnotherSource(invitation));
        }
        decisions.forEach(decision -> tellings.add(() -> topics.decision(decision)));
      }
    }
    for (int i = 0; i < 5; i++) {
      tellings.add(() -> topics.rawText(Topic.INVITATIONS, "in/nobody", "{"));
    }
    Collections.shuffle(tellings, chance);
    tellings.forEach(Runnable::run);

    await("the ledger, seed " + seed)
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              var now = ledger();
              assertAdded(before, now, "received", 65);
              assertAdded(before, now, "dead", 5);
              assertAdded(before, now, "undecided", 15);
              assertAdded(before, now, "accept", 15);
              assertAdded(before, now, "ask", 15);
              assertAdded(before, now, "ignore", 15);
              assertThat(difference(now)).isEqualTo(difference(before));
              assertThat(now.getBoolean("balanced")).isEqualTo(difference(now) == 0);
            });
  }

  /** An unreadable record goes out as a dead letter and comes in again before it is counted. */
  private void awaitWhatOthersWrote() {
    var broker = RealBroker.shared();
    broker.awaitConsumed("notify-invitations", Topic.INVITATIONS);
    broker.awaitConsumed("notify-decisions", Topic.DECISIONS);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                database.<Integer, RuntimeException>withHandle(
                    handle ->
                        handle
                            .createQuery("select count(*) from outgoing")
                            .mapTo(Integer.class)
                            .one()),
            waiting -> waiting == 0);
    broker.awaitConsumed("notify-dead-letters", Topic.DEAD_LETTERS);
  }

  /** Not 0 while some test has told of a decision without an invitation. */
  private static long difference(JsonPath ledger) {
    return ledger.getLong("received")
        - ledger.getLong("accept")
        - ledger.getLong("ask")
        - ledger.getLong("ignore")
        - ledger.getLong("dead")
        - ledger.getLong("undecided");
  }

  private static void assertAdded(JsonPath before, JsonPath now, String figure, long added) {
    assertThat(now.getLong(figure) - before.getLong(figure)).as(figure).isEqualTo(added);
  }

  @Test
  void isForOperatorsOnly() {
    given().get("/api/ledger").then().statusCode(401);
    given()
        .header("Authorization", Tokens.bearer("member"))
        .get("/api/ledger")
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
    given()
        .header("Authorization", Tokens.bearer("member"))
        .get("/api/mail")
        .then()
        .statusCode(403);
  }

  @Test
  void standsInTheMetrics() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                given()
                    .header("Authorization", Tokens.bearer("operator"))
                    .get("/q/metrics")
                    .then()
                    .statusCode(200)
                    .body(containsString("tend_ledger_received"))
                    .body(containsString("tend_ledger_oldest_undecided_seconds"))
                    .body(containsString("tend_digests_total")));
    given().get("/q/metrics").then().statusCode(401);
  }

  @Test
  void isReadyWhenItsPartsAre() {
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
  }
}
