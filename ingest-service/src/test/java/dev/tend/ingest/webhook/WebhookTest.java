package dev.tend.ingest.webhook;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.ingest.Http.asOperator;
import static dev.tend.ingest.Http.plain;
import static dev.tend.ingest.Http.put;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.tend.events.DeadLetter;
import dev.tend.events.Invitation;
import dev.tend.events.Topic;
import dev.tend.ingest.IngestResource;
import dev.tend.testing.BrokerResource;
import dev.tend.testing.RealBroker;
import dev.tend.testing.TokenResource;
import dev.tend.testing.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(TokenResource.class)
@WithTestResource(IngestResource.class)
class WebhookTest {
  private final String broker = RealBroker.shared().bootstrapServers();

  @BeforeEach
  void amyIsThere() {
    put(aMember("Amy Chen").build());
  }

  @Test
  void aDeliveryGoesOutAndComesAgainWithoutHarm() {
    try (var topic = TopicReader.fromNow(broker, Topic.INVITATIONS, Invitation.class)) {
      var body = list(received("inv_1", "dana-ito"), received("inv_2", "jonas-falk"));

      deliver("msg_1", body, "old-secret")
          .statusCode(202)
          .body("accepted", equalTo(2))
          .body("invitations", contains("unipile-inv_1", "unipile-inv_2"))
          .body("refused", empty());
      deliver("msg_1", body, "new-secret")
          .statusCode(202)
          .body("invitations", contains("unipile-inv_1", "unipile-inv_2"));

      var records = topic.await(4, record -> record.event().source().equals("/ingest/webhook"));
      assertThat(records)
          .extracting(record -> record.event().id())
          .containsExactlyInAnyOrder(
              "unipile-inv_1", "unipile-inv_2", "unipile-inv_1", "unipile-inv_2");
      assertThat(records)
          .allSatisfy(record -> assertThat(record.get().member()).isEqualTo("amy.chen"));
    }
    asOperator()
        .get("/q/metrics")
        .then()
        .body(containsString("tend_invitations_received_total{source=\"webhook\"}"))
        .body(
            containsString(
                "tend_webhook_deliveries_total{outcome=\"believed\",provider=\"unipile\"}"));
  }

  @Test
  void whatCannotBeReadLiesAmongTheDeadLetters() {
    try (var letters = TopicReader.fromNow(broker, Topic.DEAD_LETTERS, DeadLetter.class)) {
      deliver("msg_2", list(received("inv_3", "dana-ito"), received("inv_4", "")), "old-secret")
          .statusCode(202)
          .body("accepted", equalTo(1))
          .body("refused.index", contains(1))
          .body("refused.field", contains("in/{/inviter/inviter_public_identifier}"));

      var letter = letters.await(record -> record.get().topic().startsWith("webhooks/unipile/"));
      assertThat(letter.get().reason()).isEqualTo(DeadLetter.Reason.INVALID);
      assertThat(letter.get().service()).isEqualTo("ingest-service");
      assertThat(letter.get().offset()).isEqualTo(1);
      assertThat(new String(letter.get().bytes(), UTF_8)).contains("inv_4");
    }
  }

  @Test
  void aDeliveryOfWhichNothingCanBeReadIsRefusedByTheField() {
    deliver("msg_3", list(received("inv_5", "x")).replace("acc_1", "acc_9"), "old-secret")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].field", equalTo("^/account_id or /account_id"))
        .body("errors[0].reason", containsString("tend.ingest.webhooks.unipile.accounts"));
    deliver("msg_4", "{broken", "old-secret").statusCode(400);
  }

  @Test
  void whatIsNoInvitationIsLeftAlone() {
    deliver("msg_5", "{\"object\": \"AccountStatus\"}", "old-secret")
        .statusCode(202)
        .body("accepted", equalTo(0))
        .body("skipped", equalTo(1));
  }

  @Test
  void onlyTheSignatureOpensTheDoor() {
    var body = list(received("inv_6", "dana-ito"));
    var now = InstantSource.system().instant();

    deliver("msg_6", body, "other-secret")
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", equalTo("Signature"))
        .body("errors[0].field", equalTo("webhook-signature"));
    deliver("msg_6", body, "old-secret", now.minusSeconds(600))
        .statusCode(401)
        .body("errors[0].field", equalTo("webhook-timestamp"));
    plain()
        .contentType("application/json")
        .body(body)
        .post("/webhooks/unipile")
        .then()
        .statusCode(401);
    dev.tend.ingest.Http.asIngest()
        .contentType("application/json")
        .body(body)
        .post("/webhooks/unipile")
        .then()
        .statusCode(401);
  }

  @Test
  void aProviderThatNobodyConfiguredIsNotFound() {
    plain()
        .contentType("application/json")
        .body("{}")
        .post("/webhooks/nobody")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
    plain().get("/webhooks/unipile").then().statusCode(401);
  }

  @Test
  void aBodyThatIsTooLargeIsNotRead() {
    deliver("msg_7", "[\"" + "x".repeat(600_000) + "\"]", "old-secret").statusCode(413);
  }

  private static String list(String... items) {
    return "{\"object\":\"InvitationList\",\"account_id\":\"acc_1\",\"items\":["
        + String.join(",", items)
        + "]}";
  }

  private static String received(String id, String slug) {
    return "{\"object\":\"InvitationReceived\",\"id\":\"%s\",\"parsed_datetime\":\"2026-03-14T10:12:34.000Z\",\"inviter\":{\"inviter_name\":\"Dana Ito\",\"inviter_public_identifier\":\"%s\"}}"
        .formatted(id, slug);
  }

  private static ValidatableResponse deliver(String id, String body, String secret) {
    return deliver(id, body, secret, InstantSource.system().instant());
  }

  private static ValidatableResponse deliver(String id, String body, String secret, Instant at) {
    long seconds = at.getEpochSecond();
    return plain()
        .contentType("application/json")
        .header("webhook-id", id)
        .header("webhook-timestamp", seconds)
        .header("webhook-signature", "v1," + signature(id + "." + seconds + "." + body, secret))
        .body(body.getBytes(UTF_8))
        .post("/webhooks/unipile")
        .then();
  }

  private static String signature(String content, String secret) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
