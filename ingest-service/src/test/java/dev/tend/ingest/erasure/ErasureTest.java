package dev.tend.ingest.erasure;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.ingest.Http.asIngest;
import static dev.tend.ingest.Http.asOperator;
import static dev.tend.ingest.Http.plain;
import static dev.tend.ingest.Http.put;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.tend.events.Erased;
import dev.tend.events.Erasure;
import dev.tend.events.Member;
import dev.tend.events.Person;
import dev.tend.events.Topic;
import dev.tend.events.kafka.CloudEvent;
import dev.tend.ingest.IngestResource;
import dev.tend.testing.BrokerResource;
import dev.tend.testing.RealBroker;
import dev.tend.testing.TokenResource;
import dev.tend.testing.Tokens;
import dev.tend.testing.TopicReader;
import dev.tend.testing.TopicWriter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(TokenResource.class)
@WithTestResource(IngestResource.class)
class ErasureTest {
  private final String broker = RealBroker.shared().bootstrapServers();

  private static String erase(String address) {
    return asOperator()
        .urlEncodingEnabled(false)
        .delete(address)
        .then()
        .statusCode(202)
        .extract()
        .header("Location")
        .replaceFirst("https?://[^/]+", "");
  }

  @Test
  void aPersonIsTakenBackAndTheRequestNamesNobody() {
    try (var people = TopicReader.fromNow(broker, Topic.PEOPLE, Person.class);
        var erasures = TopicReader.fromNow(broker, Topic.ERASURES, Erasure.class)) {
      var receipt = erase("/people/in/jane-goodbye");

      var taken = people.await(one -> one.key().equals("in/jane-goodbye"));
      assertThat(taken.value()).isNull();
      var request = erasures.await(one -> receipt.endsWith(one.key()));
      assertThat(request.get().isOf("in/jane-goodbye")).isTrue();
      assertThat(request.get().partitions()).isEqualTo(Topic.LOCAL_PARTITIONS);
      assertThat(new String(request.record().value(), UTF_8)).doesNotContain("goodbye");
    }
  }

  @Test
  void theReceiptIsDoneWhenEveryPartOfEveryServiceHasAnswered() {
    var receipt = erase("/people/in/jane-done");
    var id = receipt.substring(receipt.lastIndexOf('/') + 1);
    asOperator()
        .get(receipt)
        .then()
        .statusCode(200)
        .body("state", equalTo("requested"))
        .body("kind", equalTo("person"))
        .body("matches", nullValue());
    try (var topics = new TopicWriter(broker)) {
      answer(topics, new Erased(id, "notify-service", "database", 1, Map.of("mails", 2), now()));
      answer(topics, new Erased(id, "scoring-service", "a", 2, Map.of("invitations", 1), now()));
      await()
          .untilAsserted(
              () ->
                  asOperator()
                      .get(receipt)
                      .then()
                      .body("services[1].answered", equalTo(1))
                      .body("state", equalTo("requested")));

      answer(topics, new Erased(id, "scoring-service", "b", 2, Map.of("invitations", 2), now()));
      await()
          .untilAsserted(
              () ->
                  asOperator()
                      .get(receipt)
                      .then()
                      .body("state", equalTo("done"))
                      .body("services[1].removed.invitations", equalTo(3))
                      .body("services[2].removed.mails", equalTo(2)));
    }
    assertThat(erase("/people/in/jane-done")).isNotEqualTo(receipt);
  }

  private static void answer(TopicWriter topics, Erased erased) {
    var _ =
        topics.write(
            Topic.ERASED,
            erased.key(),
            erased,
            CloudEvent.on(Topic.ERASED, erased.key(), "/notify", erased.at()));
  }

  private static Instant now() {
    return Instant.parse("2026-02-09T12:00:00Z");
  }

  @Test
  void askingAgainAnswersWithTheSameReceipt() {
    assertThat(erase("/people/in/jane-twice")).isEqualTo(erase("/people/in/jane-twice"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/people/in/zo%C3%AB-farewell",
        "/people/in%2Fzo%C3%AB-farewell",
        "/people/https%3A%2F%2Fca.linkedin.com%2Fin%2FZO%C3%8B-farewell%2F%3Ftrk%3Dx"
      })
  void aPersonMayBeNamedByAnyAddress(String address) {
    var receipt = erase(address);

    asOperator()
        .queryParam("of", "in/zoë-farewell")
        .get(receipt)
        .then()
        .body("matches", equalTo(true));
    asOperator().queryParam("of", "in/zoe").get(receipt).then().body("matches", equalTo(false));
    asOperator().queryParam("of", "zoe").get(receipt).then().statusCode(400);
  }

  @Test
  void aMemberIsGoneAtOnceAndTakenBack() {
    put(aMember("Ona Leaving").build());
    try (var members = TopicReader.fromNow(broker, Topic.MEMBERS, Member.class)) {
      var receipt = erase("/members/ona.leaving");

      asIngest().get("/members/ona.leaving").then().statusCode(404);
      var taken = members.await(one -> one.key().equals("ona.leaving"));
      assertThat(taken.value()).isNull();
      asOperator().get(receipt).then().body("kind", equalTo("member"));
    }
  }

  @Test
  void aMemberMayEraseThemselvesAndNobodyElse() {
    plain()
        .auth()
        .oauth2(Tokens.token("ida.self", Duration.ofMinutes(5), "member"))
        .delete("/members/ida.self")
        .then()
        .statusCode(202);
    plain()
        .auth()
        .oauth2(Tokens.token("ida.self", Duration.ofMinutes(5), "member"))
        .delete("/members/max.other")
        .then()
        .statusCode(403);
  }

  @Test
  void aMembersOwnProfileIsErasedWithTheMember() {
    put(aMember("Pia Own").whoIs(aPerson("Pia Own")).build());

    asOperator()
        .delete("/people/in/pia-own")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("person"));
  }

  @Test
  void whatIsNobodyIsRefused() {
    asOperator()
        .delete("/people/jane")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].field", equalTo("person"));
    asOperator().delete("/members/Jane!").then().statusCode(400);
    asOperator().get("/erasures/none").then().statusCode(404);
  }

  @Test
  void onlyOperatorsErasePeople() {
    plain().delete("/people/in/jane-doe").then().statusCode(401);
    asIngest().delete("/people/in/jane-doe").then().statusCode(403);
    asIngest().delete("/members/amy.chen").then().statusCode(403);
    plain().get("/erasures/none").then().statusCode(401);
    asIngest().get("/erasures/none").then().statusCode(403);
  }
}
