package dev.tend.ingest.members;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.ingest.Http.asIngest;
import static dev.tend.ingest.Http.plain;
import static dev.tend.ingest.Http.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.tend.events.Codec;
import dev.tend.events.Decoded;
import dev.tend.events.Member;
import dev.tend.events.Topic;
import dev.tend.ingest.IngestResource;
import dev.tend.testing.BrokerResource;
import dev.tend.testing.RealBroker;
import dev.tend.testing.TokenResource;
import dev.tend.testing.Tokens;
import dev.tend.testing.TopicReader;
import dev.tend.testing.TopicWriter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(TokenResource.class)
@WithTestResource(IngestResource.class)
class MembersTest {
  private static final Instant NOON = Instant.parse("2026-02-09T12:00:00Z");

  private final String broker = RealBroker.shared().bootstrapServers();

  @Test
  void aMemberIsThereAsSoonAsTheyArePut() {
    var maya = aMember("Maya Roy").whoIs(aPerson("Maya Roy").at("Deloitte", "2010-01", "2012-12"));
    try (var topic = TopicReader.fromNow(broker, Topic.MEMBERS, Member.class)) {
      put(maya.build());
      assertThat(get("maya.roy")).isEqualTo(maya.build());

      put(maya.selective().build());
      assertThat(get("maya.roy")).isEqualTo(maya.selective().build());

      var records = topic.await(2, received -> received.key().equals("maya.roy"));
      assertThat(records.getLast().get()).isEqualTo(maya.selective().build());
    }
  }

  @Test
  void aMemberWhomAnotherProcessPutIsSeen() {
    var ravi = aMember("Ravi Patel").build();
    try (var writer = new TopicWriter(broker)) {
      writer.member(ravi, NOON);

      await().untilAsserted(() -> assertThat(get("ravi.patel")).isEqualTo(ravi));

      writer.tombstone(Topic.MEMBERS, "ravi.patel");

      await().untilAsserted(() -> asIngest().get("/members/ravi.patel").then().statusCode(404));
    }
  }

  @Test
  void aRecordThatCannotBeReadLeavesTheMemberAsTheyWere() {
    put(aMember("Lena Voss").build());
    try (var writer = new TopicWriter(broker)) {
      writer.rawText(Topic.MEMBERS, "lena.voss", "{nonsense");
      writer.member(aMember("Otto Lind").build(), NOON);
    }

    await().untilAsserted(() -> assertThat(get("otto.lind").name()).isEqualTo("Otto Lind"));
    assertThat(get("lena.voss")).isEqualTo(aMember("Lena Voss").build());
  }

  @Test
  void theIdInTheAddressIsTheMembersOwn() {
    asIngest()
        .contentType("application/json")
        .body(Codec.TOPIC.write(aMember("Amy Chen").build()))
        .put("/members/somebody.else")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].field", equalTo("id"));
  }

  @Test
  void aFieldThatIsWrongIsNamed() {
    asIngest()
        .contentType("application/json")
        .body(
            "{\"id\":\"amy.chen\",\"name\":\"Amy\",\"email\":\"a@tend.example\",\"policy\":{\"stage\":\"huge\"}}")
        .put("/members/amy.chen")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("policy.stage"))
        .body("errors[0].reason", equalTo("must be one of building, growing, selective"));
  }

  @Test
  void theExampleOfTheDescriptionIsTaken() {
    asIngest()
        .contentType("application/json")
        .body(MembersResource.EXAMPLE)
        .put("/members/amy.chen")
        .then()
        .statusCode(204);
  }

  @Test
  void anUnknownMemberIsNotFound() {
    asIngest()
        .get("/members/nobody")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("status", equalTo(404));
  }

  @Test
  void aMemberHasWhatTheirChoicesTaughtForgotten() {
    put(aMember("Noor Haddad").build());
    try (var topic = TopicReader.fromNow(broker, Topic.MEMBERS, Member.class)) {
      forget("noor.haddad", "noor.haddad", "member").statusCode(204);

      var forgotten = topic.await(received -> received.key().equals("noor.haddad")).get();
      assertThat(forgotten.learnFrom()).isNotNull();
      assertThat(forgotten.learningFrom(null)).isEqualTo(aMember("Noor Haddad").build());
    }
  }

  @Test
  void whatWasForgottenStaysSoWhenTheMemberIsPutAgain() {
    put(aMember("Ida Lund").build());
    forget("ida.lund", "somebody", "operator").statusCode(204);
    var forgotten = get("ida.lund").learnFrom();

    put(aMember("Ida Lund").selective().build());

    assertThat(get("ida.lund"))
        .isEqualTo(aMember("Ida Lund").selective().build().learningFrom(forgotten));
  }

  @Test
  void nobodyElseHasItForgotten() {
    put(aMember("Bo Nyberg").build());

    forget("bo.nyberg", "ana.paz", "member").statusCode(403);
    asIngest().delete("/members/bo.nyberg/learning").then().statusCode(403);
    plain().delete("/members/bo.nyberg/learning").then().statusCode(401);
    forget("nobody", "somebody", "operator").statusCode(404);
    assertThat(get("bo.nyberg").learnFrom()).isNull();
  }

  private static ValidatableResponse forget(String member, String who, String role) {
    return plain()
        .auth()
        .oauth2(Tokens.token(who, Duration.ofHours(1), role))
        .delete("/members/{id}/learning", member)
        .then();
  }

  private static Member get(String id) {
    var json = asIngest().get("/members/{id}", id).then().statusCode(200).extract().asByteArray();
    return switch (Codec.DOOR.read(json, Member.class)) {
      case Decoded.Value<Member>(var member) -> member;
      case Decoded.Refused<Member>(var reason, var refusal) ->
          throw new AssertionError(refusal.sentence());
    };
  }
}
