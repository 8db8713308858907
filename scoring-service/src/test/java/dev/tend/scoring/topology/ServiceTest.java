package dev.tend.scoring.topology;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.tend.events.Choice;
import dev.tend.events.DeadLetter;
import dev.tend.events.Decision;
import dev.tend.events.Topic;
import dev.tend.events.cast.AnInvitation;
import dev.tend.testing.BrokerResource;
import dev.tend.testing.RealBroker;
import dev.tend.testing.TokenResource;
import dev.tend.testing.Tokens;
import dev.tend.testing.TopicReader;
import dev.tend.testing.TopicWriter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(TokenResource.class)
class ServiceTest {
  private final String broker = RealBroker.shared().bootstrapServers();

  @BeforeEach
  void untilReady() {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
  }

  @Test
  void decidesWhatLiesOnTheTopics() {
    var received = Instant.parse("2026-02-09T15:00:00Z");
    var member = aMember("Service Test").build();
    var invitation = AnInvitation.from(aPerson("Dana Roy")).to(member).id("service-1").build();
    try (var writer = new TopicWriter(broker);
        var decisions = TopicReader.fromNow(broker, Topic.DECISIONS, Decision.class)) {
      writer.member(member, received);
      writer.invitation(invitation, received);

      var decision = decisions.await(record -> record.key().equals(member.id()));

      assertThat(decision.get().id()).isEqualTo("service-1/1");
      assertThat(decision.event().source()).isEqualTo("/scoring");
    }
  }

  @Test
  void tellsItsOperatorWhatItDid() {
    try (var writer = new TopicWriter(broker);
        var letters = TopicReader.fromNow(broker, Topic.DEAD_LETTERS, DeadLetter.class)) {
      var laid = writer.rawText(Topic.CHOICES, "service.test", "no JSON");
      letters.await(letter -> letter.get().offset() == laid.offset());

      given()
          .header("Authorization", Tokens.bearer("operator"))
          .get("/q/metrics")
          .then()
          .statusCode(200)
          .body(
              containsString("tend_dead_letters_total{reason=\"malformed\",topic=\"tend.choices\""))
          .body(containsString("tend_decisions_total{verdict=\"ask\""))
          .body(containsString("tend_undecided_oldest_seconds"))
          .body(containsString("tend_first_verdict_seconds_bucket"))
          .body(containsString("tend_streams_state{state=\"running\"} 1.0"));
    }
  }

  @Test
  void tellsAMemberWhatTheirChoicesTaught() {
    var member = aMember("Lesson Test").build();
    var invitation = AnInvitation.from(aPerson("Dana Roy")).to(member).id("lesson-1").build();
    var received = Instant.parse("2026-02-09T15:00:00Z");
    try (var writer = new TopicWriter(broker)) {
      writer.member(member, received);
      writer.invitation(invitation, received);
      writer.choice(
          new Choice(
              invitation.id(),
              member.id(),
              invitation.inviter().profile(),
              Choice.Kind.ACCEPT,
              received));

      await()
          .untilAsserted(
              () ->
                  learnt(member.id(), "operator")
                      .statusCode(200)
                      .body("learning", equalTo("member"))
                      .body("lessons", equalTo(1))
                      .body("firm", anEmptyMap())
                      .body("leans", empty()));
    }
    learnt(member.id(), "member").statusCode(403);
    learnt("nobody", "operator").statusCode(404).body("detail", containsString("another may"));
  }

  @Test
  void tellsOperatorsAloneWhatTheFirmPrefers() {
    var path = "/learning/firm";
    given()
        .header("Authorization", Tokens.bearer("operator"))
        .get(path)
        .then()
        .statusCode(200)
        .body("members", equalTo(0))
        .body("tastes", empty());
    given().header("Authorization", Tokens.bearer("member")).get(path).then().statusCode(403);
    given().get(path).then().statusCode(401);
  }

  private static ValidatableResponse learnt(String member, String role) {
    return given()
        .header("Authorization", Tokens.bearer(role))
        .get("/learning/members/" + member)
        .then();
  }

  @Test
  void isAliveAndReadyWhileTheStreamRuns() {
    given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    given()
        .get("/q/health/ready")
        .then()
        .body("checks.find { it.name == 'stream' }.data.state", equalTo("running"));
  }
}
