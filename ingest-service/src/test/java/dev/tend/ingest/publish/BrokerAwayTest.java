package dev.tend.ingest.publish;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.ingest.Http.asIngest;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

import dev.tend.events.Codec;
import dev.tend.events.cast.AnInvitation;
import dev.tend.ingest.AbsentBrokerResource;
import dev.tend.ingest.Http;
import dev.tend.ingest.IngestResource;
import dev.tend.testing.RealBroker;
import dev.tend.testing.TokenResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AbsentBrokerResource.class)
@WithTestResource(TokenResource.class)
@WithTestResource(IngestResource.class)
class BrokerAwayTest {
  /** The producer's delivery.timeout.ms is 6 s; nobody waits much longer. */
  private static final long LONGEST_MILLIS = 9_000;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String address = "";

  @Test
  void whoeverCallsIsToldToComeBackUntilTheBrokerDoes() {
    tellsToComeBack(post(3));
    tellsToComeBack(put());
    ready(503);
    alive();

    try (var broker = RealBroker.start(port())) {
      comesBack();
      assertThat(broker.bootstrapServers()).endsWith(":" + port());
    }

    tellsToComeBack(post(5_000)).body("errors", hasSize(5_000));
    tellsToComeBack(put());
    ready(503);
    alive();
    asIngest().get("/members/amy.chen").then().statusCode(200);

    try (var again = RealBroker.start(port())) {
      comesBack();
      assertThat(again.bootstrapServers()).endsWith(":" + port());
    }
  }

  private void comesBack() {
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> post(3).statusCode(202));
    put().statusCode(204);
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> ready(200));
  }

  private int port() {
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }

  private static ValidatableResponse tellsToComeBack(ValidatableResponse response) {
    return response
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", equalTo("5"))
        .time(lessThan(LONGEST_MILLIS));
  }

  private static ValidatableResponse post(int count) {
    var invitations =
        IntStream.range(0, count)
            .mapToObj(i -> AnInvitation.from(aPerson("Dana Ito")).id("away-" + i).build())
            .map(invitation -> new String(Codec.TOPIC.write(invitation), UTF_8))
            .collect(joining("\n"));
    return asIngest()
        .contentType("application/x-ndjson")
        .body(invitations)
        .post("/invitations")
        .then();
  }

  private static ValidatableResponse put() {
    return asIngest()
        .contentType("application/json")
        .body(Codec.TOPIC.write(aMember("Amy Chen").build()))
        .put("/members/amy.chen")
        .then();
  }

  private static void ready(int status) {
    Http.plain().get("/q/health/ready").then().statusCode(status);
  }

  private static void alive() {
    Http.plain().get("/q/health/live").then().statusCode(200);
  }
}
