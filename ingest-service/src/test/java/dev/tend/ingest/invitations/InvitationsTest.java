package dev.tend.ingest.invitations;

import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.ingest.Http.asIngest;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.tend.events.Codec;
import dev.tend.events.Invitation;
import dev.tend.events.Topic;
import dev.tend.events.cast.AnInvitation;
import dev.tend.events.kafka.KeyPartitioner;
import dev.tend.ingest.IngestResource;
import dev.tend.testing.BrokerResource;
import dev.tend.testing.RealBroker;
import dev.tend.testing.TokenResource;
import dev.tend.testing.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(TokenResource.class)
@WithTestResource(IngestResource.class)
class InvitationsTest {
  private TopicReader<Invitation> topic;

  @BeforeEach
  void readFromNow() {
    topic =
        TopicReader.fromNow(
            RealBroker.shared().bootstrapServers(), Topic.INVITATIONS, Invitation.class);
  }

  @AfterEach
  void close() {
    topic.close();
  }

  @Test
  void oneInvitationGoesOutUnderItsInviter() {
    var dana =
        AnInvitation.from(aPerson("Dana Ito")).id("http-1").saying("We met in Lisbon.").build();

    asIngest()
        .contentType("application/json")
        .body(Codec.TOPIC.write(dana))
        .post("/invitations")
        .then()
        .statusCode(202)
        .body("accepted", equalTo(1))
        .body("invitations", contains("http-1"))
        .body("refused", empty());

    var record = topic.await(received -> received.event().id().equals("http-1"));
    assertThat(record.get()).isEqualTo(dana);
    assertThat(record.key()).isEqualTo("in/dana-ito");
    assertThat(record.event().source()).isEqualTo("/ingest/http");
    assertThat(record.event().type()).isEqualTo("dev.tend.invitation.received.v1");
    assertThat(record.record().timestamp()).isEqualTo(record.event().time().toEpochMilli());
    assertThat(record.record().partition())
        .isEqualTo(KeyPartitioner.partition("in/dana-ito", Topic.LOCAL_PARTITIONS));
  }

  @Test
  void theSameInvitationHasTheSameIdEachTime() {
    var json =
        "{\"member\":\"amy.chen\",\"inviter\":{\"profile\":\"in/dana-ito\",\"name\":\"Dana\"}}";

    var first = accepted(json);
    var second = accepted(json);

    assertThat(second).isEqualTo(first);
  }

  @Test
  void anArrayTakesTheGoodAndNamesTheOthers() {
    var items =
        "["
            + json("list-1")
            + ",{\"member\":\"amy.chen\"}"
            + ",7,"
            + json("list-2")
            + ",{\"member\":\"amy.chen\",\"inviter\":{\"profile\":\"in/x\",\"name\":\"X\",\"age\":3}}]";

    asIngest()
        .contentType("application/json")
        .body(items)
        .post("/invitations")
        .then()
        .statusCode(202)
        .body("accepted", equalTo(2))
        .body("invitations", contains("list-1", "list-2"))
        .body("refused.index", contains(1, 2, 4))
        .body("refused.field", contains("inviter", "", "inviter.age"))
        .body("refused[0].reason", equalTo("is required"))
        .body("refused[1].reason", equalTo("must be an object"))
        .body("refused[2].reason", containsString("is not a known field"));

    topic.await(2, received -> received.event().id().startsWith("list-"));
    assertThat(topic.all()).hasSize(2);
  }

  @Test
  void aBrokenLineIsRefusedAndTheNextOneTaken() {
    var lines = json("line-1") + "\r\n\n{\"member\":\n" + json("line-2");

    asIngest()
        .contentType("application/x-ndjson")
        .body(lines)
        .post("/invitations")
        .then()
        .statusCode(202)
        .body("invitations", contains("line-1", "line-2"))
        .body("refused", hasSize(1))
        .body("refused[0].index", equalTo(1))
        .body("refused[0].reason", containsString("breaks off"));
  }

  @Test
  void anIdThatIsGivenToOtherPeopleAsWellIsRefused() {
    var first = json("twice-1");
    var others = first.replace("amy.chen", "lee.park");

    asIngest()
        .contentType("application/json")
        .body("[" + first + "," + others + "," + first + "]")
        .post("/invitations")
        .then()
        .statusCode(202)
        .body("invitations", contains("twice-1", "twice-1"))
        .body("refused.index", contains(1))
        .body("refused.field", contains("id"));
  }

  @Test
  void jsonLinesGoByTheirOtherNameToo() {
    asIngest()
        .contentType("application/jsonl")
        .body(json("jsonl-1"))
        .post("/invitations")
        .then()
        .statusCode(202)
        .body("invitations", contains("jsonl-1"));
  }

  @Test
  void aCloudEventLendsItsIdToAnInvitationWithoutOne() {
    asIngest()
        .contentType("application/cloudevents+json; charset=utf-8")
        .body(event("event-1", "dev.tend.invitation.received.v1", json("")))
        .post("/invitations")
        .then()
        .statusCode(202)
        .body("invitations", contains("event-1"));

    assertThat(topic.await(received -> true).get().id()).isEqualTo("event-1");
  }

  @Test
  void theDataOfACloudEventMayComeAsBase64() {
    var data = Base64.getEncoder().encodeToString(json("in-base64").getBytes(UTF_8));

    asIngest()
        .contentType("application/cloudevents+json")
        .body(
            "{\"specversion\":\"1.0\",\"id\":\"e\",\"source\":\"/crm\",\"traceparent\":\"00\",\"type\":\"dev.tend.invitation.received.v1\",\"data_base64\":\""
                + data
                + "\"}")
        .post("/invitations")
        .then()
        .statusCode(202)
        .body("invitations", contains("in-base64"));
  }

  @Test
  void aBatchOfCloudEventsNamesWhatItRefuses() {
    var events =
        List.of(
                event("batch-1", "dev.tend.invitation.received.v1", json("")),
                event("batch-2", "com.example.order.placed", json("")),
                event("batch-3", "dev.tend.invitation.received.v1", "{\"member\":\"amy.chen\"}"),
                event("not an id", "dev.tend.invitation.received.v1", json("")),
                event("batch-5", "dev.tend.invitation.received.v1", json("own-id")))
            .stream()
            .collect(joining(",", "[", "]"));

    asIngest()
        .contentType("application/cloudevents-batch+json")
        .body(events)
        .post("/invitations")
        .then()
        .statusCode(202)
        .body("invitations", contains("batch-1", "own-id"))
        .body("refused.index", contains(1, 2, 3))
        .body("refused.field", contains("type", "data.inviter", "id"));
  }

  @Test
  void theExamplesOfTheDescriptionAreTaken() {
    assertThat(accepted(Examples.ONE)).isNotBlank();
    asIngest()
        .contentType("application/cloudevents+json")
        .body(Examples.EVENT)
        .post("/invitations")
        .then()
        .statusCode(202)
        .body("invitations", contains("4711"));
  }

  @Test
  void aByteOrderMarkIsNoError() {
    asIngest()
        .contentType("application/json")
        .body(("\uFEFF [" + json("marked") + "]").getBytes(UTF_8))
        .post("/invitations")
        .then()
        .statusCode(202)
        .body("invitations", contains("marked"));
  }

  @Test
  void aLargeBatchGoesThroughInOneRequest() {
    var lines = IntStream.range(0, 10_000).mapToObj(i -> json("many-" + i)).collect(joining("\n"));

    asIngest()
        .contentType("application/x-ndjson")
        .body(lines)
        .post("/invitations")
        .then()
        .statusCode(202)
        .body("accepted", equalTo(10_000))
        .body("refused", empty());

    topic.await(10_000, received -> received.event().id().startsWith("many-"));
    assertThat(topic.all()).hasSize(10_000);
  }

  private static String accepted(String json) {
    return asIngest()
        .contentType("application/json")
        .body(json)
        .post("/invitations")
        .then()
        .statusCode(202)
        .extract()
        .path("invitations[0]");
  }

  private static String json(String id) {
    var invitation = AnInvitation.from(aPerson("Dana Ito")).id(id.isEmpty() ? "x" : id).build();
    var json = new String(Codec.TOPIC.write(invitation), UTF_8);
    return id.isEmpty() ? json.replace("\"id\":\"x\",", "") : json;
  }

  private static String event(String id, String type, String data) {
    return "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"/crm\",\"type\":\"%s\",\"time\":\"2026-02-09T14:37:00Z\",\"datacontenttype\":\"application/json\",\"data\":%s}"
        .formatted(id, type, data);
  }
}
