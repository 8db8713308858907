package dev.tend.ingest.portability;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.ingest.Http.asIngest;
import static dev.tend.ingest.Http.asOperator;
import static dev.tend.ingest.Http.plain;
import static dev.tend.ingest.Http.put;
import static dev.tend.testing.linkedin.Wire.connection;
import static dev.tend.testing.linkedin.Wire.incoming;
import static dev.tend.testing.linkedin.Wire.invited;
import static dev.tend.testing.linkedin.Wire.position;
import static dev.tend.testing.linkedin.Wire.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tend.events.Connection;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.SourceKey;
import dev.tend.events.SourceState;
import dev.tend.events.Topic;
import dev.tend.ingest.IngestConfig;
import dev.tend.ingest.IngestResource;
import dev.tend.testing.BrokerResource;
import dev.tend.testing.RealBroker;
import dev.tend.testing.Received;
import dev.tend.testing.TokenResource;
import dev.tend.testing.TopicReader;
import dev.tend.testing.linkedin.LinkedInStandIn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the consent to the events, over HTTP on both sides. */
@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(TokenResource.class)
@WithTestResource(IngestResource.class)
@WithTestResource(StandInResource.class)
class PortabilityTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final String broker = RealBroker.shared().bootstrapServers();
  private final Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.MINUTES);

  @Inject IngestConfig config;
  private LinkedInStandIn standIn = LinkedInStandIn.start();

  @BeforeEach
  void start() {
    standIn.close();
    standIn = LinkedInStandIn.start(config.portability().api().getPort());
    standIn.has("PROFILE", List.of(profile("Olga", "Marin")));
  }

  @AfterEach
  void stop() {
    standIn.close();
  }

  @Test
  void whoConsentsIsReadFromThenOnUntilTheyWithdraw() {
    put(aMember("Olga Marin").build());
    standIn
        .has("POSITIONS", List.of(position("Deloitte", "Jan 2010", "Dec 2012")))
        .has("CONNECTIONS", List.of(connection("o-a"), connection("o-b"), connection("o-c")))
        .has("INVITATIONS", List.of(incoming("o-first", now.minusSeconds(86_400))));
    try (var members = TopicReader.fromNow(broker, Topic.MEMBERS, Member.class);
        var connections = TopicReader.fromNow(broker, Topic.CONNECTIONS, Connection.class);
        var invitations = TopicReader.fromNow(broker, Topic.INVITATIONS, Invitation.class);
        var sources = TopicReader.fromNow(broker, Topic.SOURCES, SourceState.class)) {
      state("olga.marin").body("state", equalTo("none"));

      var begun = ask("olga.marin");
      state("olga.marin").body("state", equalTo("asked"));
      back(agreed(begun)).statusCode(200).body(containsString("You are connected"));

      var member = members.await(1, one -> one.key().equals("olga.marin"), PATIENCE).getLast();
      assertThat(Objects.requireNonNull(member.get().profile()).positions()).hasSize(1);
      connections.await(3, one -> one.get().member().equals("olga.marin"), PATIENCE);
      invitations.await(1, isOf("olga.marin", "in/o-first"), PATIENCE);
      state("olga.marin").body("state", equalTo("reading"));

      standIn.tells(invited(7, now, now.plusSeconds(5)));
      standIn.has("INVITATIONS", List.of(incoming("o-second", now)));
      var second = invitations.await(1, isOf("olga.marin", "in/o-second"), PATIENCE).getFirst();
      assertThat(second.get().note()).isEqualTo("Hello from o-second");
      assertThat(second.event().source()).isEqualTo("/ingest/portability");

      asIngest().delete("/members/olga.marin/portability").then().statusCode(204);
      state("olga.marin").body("state", equalTo("none"));
      await("everything is forgotten")
          .atMost(PATIENCE)
          .until(
              () ->
                  sources.all().stream()
                      .anyMatch(
                          one ->
                              one.key().equals("portability/olga.marin|position")
                                  && one.value() == null));
      assertThat(sources.all())
          .filteredOn(one -> one.value() != null)
          .allSatisfy(
              one ->
                  assertThat(one.get().content())
                      .doesNotContain("access-")
                      .doesNotContain("urn:li:person:owner"));
    }
  }

  @Test
  void aConsentIsEndedOnceAndByNobodyElse() {
    put(aMember("Piet Bakker").build());
    var before = agreed(ask("piet.bakker"));
    var begun = ask("piet.bakker");
    var coming = agreed(begun);

    back(before).statusCode(400).body(containsString("does not work any more"));
    back(Map.of("state", "forged", "code", "code-1")).statusCode(400);
    back(Map.of("code", "code-1")).statusCode(400);
    back(coming).statusCode(200).header("Cache-Control", equalTo("no-store"));
    back(coming).statusCode(400);
    state("piet.bakker").body("state", equalTo("reading"));
  }

  @Test
  void whoDeclinesIsNotRead() {
    put(aMember("Rosa Klein").build());
    var begun = ask("rosa.klein");
    var state = Objects.requireNonNull(LinkedInStandIn.parametersOf(begun).get("state"));

    back(Map.of("state", state, "error", "user_cancelled_authorize"))
        .statusCode(200)
        .body(containsString("You are not connected"));

    state("rosa.klein").body("state", equalTo("none"));
  }

  @Test
  void aCodeThatLinkedInDoesNotTakeConnectsNobody() {
    put(aMember("Sven Holm").build());
    var coming = agreed(ask("sven.holm"));
    standIn.failsOnce("accessToken", 500, "Internal Server Error");

    back(coming).statusCode(503).body(containsString("a new link in a few minutes"));

    state("sven.holm").body("state", equalTo("none"));
  }

  @Test
  void whoseTokensEndIsToldSoAndMayConsentAgain() {
    put(aMember("Tara Novak").build());
    back(agreed(ask("tara.novak"))).statusCode(200);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(standIn.calls()).anyMatch(call -> call.contains("memberChangeLogs")));

    standIn.revoke();
    awaitState("tara.novak", "expired");
    plain().get("/q/health/ready").then().statusCode(200);

    back(agreed(ask("tara.novak"))).statusCode(200);
    awaitState("tara.novak", "reading");
  }

  @Test
  void whoWithdrawsAtLinkedInIsNotAskedForAgain() {
    put(aMember("Uwe Brandt").build());
    standIn.refusesEverybody(403);
    back(agreed(ask("uwe.brandt"))).statusCode(200);

    awaitState("uwe.brandt", "gone");
  }

  @Test
  void ofWhomIsErasedNothingIsRememberedAndNothingIsRead() {
    put(aMember("Vera Lund").build());
    standIn.has("CONNECTIONS", List.of(connection("v-a")));
    try (var connections = TopicReader.fromNow(broker, Topic.CONNECTIONS, Connection.class);
        var sources = TopicReader.fromNow(broker, Topic.SOURCES, SourceState.class)) {
      back(agreed(ask("vera.lund"))).statusCode(200);
      connections.await(1, one -> one.get().member().equals("vera.lund"), PATIENCE);
      var before = remembered(sources, "vera.lund");
      assertThat(before).contains("consent", "position");

      var receipt =
          asOperator()
              .delete("/members/vera.lund")
              .then()
              .statusCode(202)
              .extract()
              .header("Location");

      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  asOperator()
                      .get(receipt)
                      .then()
                      .body("services[0].removed.consents", equalTo(1)));
      await().atMost(PATIENCE).until(() -> remembered(sources, "vera.lund").isEmpty());
      asIngest().get("/members/vera.lund/portability").then().statusCode(404);
      put(aMember("Vera Lund").build());
      state("vera.lund").body("state", equalTo("none"));
    }
  }

  /** The aspects under which something lies on the topic. */
  private static Set<String> remembered(TopicReader<SourceState> sources, String member) {
    var latest = new HashMap<String, Boolean>();
    for (var one : sources.all()) {
      var key = SourceKey.of(one.key());
      if (key.source().equals("portability/" + member)) {
        latest.put(key.aspect(), one.value() != null);
      }
    }
    latest.values().removeIf(there -> !there);
    return latest.keySet();
  }

  @Test
  void theDoorsAreForThoseWhoMayOpenThem() {
    var door = "/members/olga.marin/portability";
    plain().post(door).then().statusCode(401).contentType("application/problem+json");
    plain().get(door).then().statusCode(401);
    plain().delete(door).then().statusCode(401);
    asOperator().post(door).then().statusCode(403).contentType("application/problem+json");
    asIngest().post("/members/nobody/portability").then().statusCode(404);
    asIngest().get("/members/nobody/portability").then().statusCode(404);
    asIngest().delete("/members/nobody/portability").then().statusCode(204);
    asIngest().delete("/members/No Id/portability").then().statusCode(400);
  }

  @Test
  void theDoorsAreDescribedAndMeasured() {
    asOperator()
        .get("/q/openapi")
        .then()
        .body(containsString("/members/{member}/portability:"))
        .body(containsString("/portability/callback:"));
    asOperator()
        .get("/q/metrics")
        .then()
        .body(
            containsString("tend_portability_calls_total{call=\"changelog\",outcome=\"answered\"}"))
        .body(containsString("tend_portability_items_total{what=\"held\"}"))
        .body(containsString("tend_portability_consents{state=\"expired\"}"))
        .body(containsString("tend_invitations_received_total{source=\"portability\"}"));
  }

  private static URI ask(String member) {
    var begun =
        asIngest()
            .post("/members/{member}/portability", member)
            .then()
            .statusCode(201)
            .header("Location", containsString("/members/" + member + "/portability"))
            .body("member", equalTo(member));
    return URI.create(begun.extract().path("authorization"));
  }

  /** What the member's browser comes back with, once they have agreed. */
  private static Map<String, String> agreed(URI authorization) {
    var location =
        plain()
            .redirects()
            .follow(false)
            .urlEncodingEnabled(false)
            .get(authorization)
            .then()
            .statusCode(302)
            .extract()
            .header("Location");
    assertThat(location).startsWith("https://tend.firm.example/portability/callback?");
    return LinkedInStandIn.parametersOf(URI.create(location));
  }

  private static ValidatableResponse back(Map<String, String> with) {
    return plain().queryParams(with).get("/portability/callback").then();
  }

  private static ValidatableResponse state(String member) {
    return asIngest().get("/members/{member}/portability", member).then().statusCode(200);
  }

  private static void awaitState(String member, String state) {
    await().atMost(PATIENCE).untilAsserted(() -> state(member).body("state", equalTo(state)));
  }

  private static java.util.function.Predicate<Received<Invitation>> isOf(
      String member, String inviter) {
    return one ->
        one.get().member().equals(member) && one.get().inviter().profile().path().equals(inviter);
  }
}
