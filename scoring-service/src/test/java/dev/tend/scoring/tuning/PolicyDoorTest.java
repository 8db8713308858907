package dev.tend.scoring.tuning;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import dev.tend.events.Choice;
import dev.tend.events.Decision;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
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
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(TokenResource.class)
@TestProfile(PolicyDoorTest.WithAFile.class)
class PolicyDoorTest {
  private static final Path FILE = Path.of("target", "policy-door-test.yaml");
  private static final String PRESENT = "firm: {points: {client: 34}}\n";
  private static final String CANDIDATE = "firm: {points: {client: 5}}\n";

  private final String broker = RealBroker.shared().bootstrapServers();

  /** The service runs with a policy file. */
  public static final class WithAFile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      try {
        Files.writeString(FILE, PRESENT);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
      return Map.of(
          "tend.scoring.policy-file", FILE.toString(), "tend.scoring.instance", "policy-door");
    }
  }

  @BeforeEach
  void untilReady() {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
  }

  @Test
  void checksAFile() {
    post("check", "teams: {a: {members: [amy.chen]}}")
        .statusCode(200)
        .body("teams", equalTo(1))
        .body("members", equalTo(1));
    post("check", "firm:\n  stage: none\n  unsure: never\n")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", containsString("line 2, column 10: firm.stage must be one of"))
        .body("errors.line", equalTo(List.of(2, 3)))
        .body("errors.column", equalTo(List.of(10, 11)))
        .body("errors.field", equalTo(List.of("firm.stage", "firm.unsure")));
  }

  @Test
  void isForOperatorsAndYamlAlone() {
    given()
        .header("Authorization", Tokens.bearer("member"))
        .contentType("application/yaml")
        .body("firm:".getBytes(UTF_8))
        .post("/policy/check")
        .then()
        .statusCode(403);
    given()
        .header("Authorization", Tokens.bearer("operator"))
        .contentType("application/json")
        .body("{}")
        .post("/policy/check")
        .then()
        .statusCode(415);
    post("check", "#".repeat((1 << 20) + 1)).statusCode(413);
    post("try?since=yesterday", "firm:").statusCode(400).body("errors.field", hasItem("since"));
    post("try?limit=0", "firm:").statusCode(400).body("errors.field", hasItem("limit"));
    post("try", "frim:").statusCode(400).body("errors.field", hasItem("frim"));
  }

  @Test
  void triesACandidateOnThePastAndAdoptsNothing() throws IOException {
    var member = aMember("Policy Door").withClients("Acme").build();
    var accepted = decided(member, "policy-door-1");
    assertThat(accepted.policy()).isEqualTo("growing/ask (firm)");

    post("try?since=2026-01-01&limit=20000", CANDIDATE)
        .statusCode(200)
        .body("complete", equalTo(true))
        .body("judged", greaterThan(0))
        .body("changes.find { it.from == 'accept' && it.to == 'ask' }.count", greaterThan(0))
        .body("examples.invitation", hasItem("policy-door-1"))
        .body(
            "examples.find { it.invitation == 'policy-door-1' }.before.summary",
            containsString("a client of yours"))
        .body("examples.find { it.invitation == 'policy-door-1' }.chosen", equalTo("ignore"));

    var told = new StringWriter();
    var candidate = Files.writeString(Path.of("target", "policy-candidate.yaml"), CANDIDATE);
    int code =
        PolicyCommand.run(
            new PrintWriter(told, true),
            new PrintWriter(told, true),
            InstantSource.fixed(Instant.parse("2026-02-10T15:00:00Z")),
            "try",
            candidate.toString(),
            "--bootstrap",
            broker,
            "--examples",
            "100");
    assertThat(told)
        .asString()
        .contains("accept -> ask")
        .contains("Invitation policy-door-1 to policy.door (growing), received on 2026-02-09")
        .contains("the member chose ignore");
    assertThat(code).isZero();

    given()
        .header("Authorization", Tokens.bearer("operator"))
        .get("/policy/members/policy.door")
        .then()
        .statusCode(200)
        .body("policy", equalTo("growing/ask (firm)"))
        .body("values.find { it.path == 'points.client.base' }.value", equalTo("34"))
        .body("values.find { it.path == 'clients' }.by", equalTo("the member"));
    given()
        .header("Authorization", Tokens.bearer("operator"))
        .get("/policy/members/nobody")
        .then()
        .statusCode(404);
  }

  @Test
  void aNewFileIsAdoptedAndABrokenOneIsNot() throws IOException {
    Files.writeString(FILE, PRESENT + "teams: {a: {stage: none}}\n");
    await()
        .untilAsserted(
            () ->
                metrics()
                    .body(containsString("tend_policy_current 0.0"))
                    .body(containsString("tend_policy_changes_total{outcome=\"refused\"")));
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body(
            "checks.find { it.name == 'policy' }.data.file",
            equalTo("not adopted, the earlier one holds"));

    Files.writeString(FILE, PRESENT);
    await().untilAsserted(() -> metrics().body(containsString("tend_policy_current 1.0")));
  }

  /** An invitation that was judged, and which the member chose to ignore. */
  private Decision decided(Member member, String id) {
    var received = Instant.parse("2026-02-09T15:00:00Z");
    Invitation invitation =
        AnInvitation.from(aPerson("Dana Roy").at("Acme", "2010-01", null))
            .to(member)
            .id(id)
            .build();
    try (var writer = new TopicWriter(broker);
        var decisions = TopicReader.fromNow(broker, Topic.DECISIONS, Decision.class)) {
      writer.member(member, received);
      writer.invitation(invitation, received);
      var decision = decisions.await(record -> record.get().invitation().equals(id)).get();
      writer.choice(
          new Choice(
              id,
              member.id(),
              invitation.inviter().profile(),
              Choice.Kind.IGNORE,
              received.plusSeconds(60)));
      RealBroker.shared().awaitConsumed("tend-scoring", Topic.CHOICES);
      return decision;
    }
  }

  private static ValidatableResponse metrics() {
    return given()
        .header("Authorization", Tokens.bearer("operator"))
        .get("/q/metrics")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse post(String door, String yaml) {
    return given()
        .header("Authorization", Tokens.bearer("operator"))
        .contentType("application/yaml")
        .body(yaml.getBytes(UTF_8))
        .post("/policy/" + door)
        .then();
  }
}
