package dev.tend.scoring.explain;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.tend.testing.TokenResource;
import dev.tend.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ExplainTest.WithoutBroker.class)
class ExplainTest {
  /** The door must stand open when the broker is away, so here there is none. */
  public static final class WithoutBroker implements QuarkusTestProfile {
    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(TokenResource.class));
    }
  }

  private static final int FIFTY_MEGABYTES = 50 << 20;

  private static final String LEE =
      """
      {"id": "lee", "name": "Lee Park", "email": "lee@tend.example"}""";
  private static final String DANA =
      """
      {"profile": "https://www.linkedin.com/in/dana", "name": "Dana Roy"}""";
  private static final String PLAIN =
      """
      {"member": %s, "invitation": {"id": "4711", "member": "lee", "inviter": %s},
       "now": "2026-02-09T15:00:00Z"}"""
          .formatted(LEE, DANA);

  @Test
  void answersWithTheDecision() {
    explain(PLAIN)
        .statusCode(200)
        .contentType("application/json")
        .body("invitation", equalTo("4711"))
        .body("member", equalTo("lee"))
        .body("verdict", equalTo("ask"))
        .body("policy", equalTo("growing/ask"))
        .body("decidedAt", equalTo("2026-02-09T15:00:00Z"));
  }

  @Test
  void knowsWhoStandsInBetweenAndWhatWasAnswered() {
    explain(
            PLAIN.replace(
                "\"now\"",
                """
                "colleagues": [{"id": "robert.diaz", "name": "Robert Diaz",
                                "connectedTo": ["https://ca.linkedin.com/in/Dana/?trk=x"]},
                               {"id": "lee", "name": "Lee Park", "connectedTo": ["in/dana"]}],
                "reply": "Robert Diaz suggested that I connect with you.", "now\""""))
        .statusCode(200)
        .body("verdict", equalTo("accept"))
        .body("signals.name", contains("reply-explains", "colleague-knows-them"))
        .body(
            "signals[1].evidence",
            equalTo("Your colleague Robert Diaz is connected with them: ask Robert"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "member", "operator"})
  void isOpenToEveryRole(String role) {
    given()
        .header("Authorization", Tokens.bearer(role))
        .contentType("application/json")
        .body(PLAIN)
        .post("/explain")
        .then()
        .statusCode(200);
  }

  @Test
  void namesAnUnknownField() {
    refused(PLAIN.replace("\"now\"", "\"nwo\""), 400, "nwo");
    refused(PLAIN.replace("Dana Roy\"", "Dana Roy\", \"shoe\": 1"), 400, "invitation.inviter.shoe");
  }

  @Test
  void namesTheMemberThatIsNotMeant() {
    refused(PLAIN.replace("\"member\": \"lee\"", "\"member\": \"sam\""), 400, "invitation.member");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                                          | ''
          []                                                          | ''
          nonsense                                                    | ''
          {}                                                          | member
          {"member": 7}                                               | member
          """)
  void refusesWhatIsNoQuestion(String body, String field) {
    refused(body, 400, field);
  }

  @Test
  void refusesALoneNullAmongTheColleagues() {
    refused(PLAIN.replace("\"now\"", "\"colleagues\": [null], \"now\""), 400, "colleagues[0]");
    refused(
        PLAIN.replace("\"now\"", "\"colleagues\": [{\"id\": \"x\"}], \"now\""),
        400,
        "colleagues[0].name");
    refused(
        PLAIN.replace(
            "\"now\"",
            "\"colleagues\": [{\"id\": \"x\", \"name\": \"X\", \"connectedTo\": [\"?\"]}], \"now\""),
        400,
        "colleagues[0].connectedTo[0]");
  }

  @Test
  void refusesAControlCharacter() {
    refused(PLAIN.replace("Dana Roy", "Dana\\u0007Roy"), 400, "invitation.inviter.name");
  }

  @Test
  void refusesABodyOfFiftyMegabytes() throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(
                  URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/explain"))
              .header("Authorization", Tokens.bearer("operator"))
              .header("Content-Type", "application/json")
              .timeout(Duration.ofMinutes(2));
      for (var body : List.of(known(), chunked())) {
        var response = client.send(request.POST(body).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.headers().firstValue("Content-Type"))
            .hasValue("application/problem+json");
        assertThat(response.body()).contains("larger than 1048576 bytes");
      }
    }
  }

  private static BodyPublisher known() {
    return BodyPublishers.fromPublisher(chunked(), FIFTY_MEGABYTES);
  }

  /** Of no length that could be refused before reading. */
  private static BodyPublisher chunked() {
    return BodyPublishers.ofInputStream(
        () ->
            new SequenceInputStream(
                Collections.enumeration(
                    Collections.nCopies(50, new byte[1 << 20]).stream()
                        .map(ByteArrayInputStream::new)
                        .toList())));
  }

  @Test
  void refusesAnotherMediaTypeAndACompressedBody() {
    given()
        .header("Authorization", Tokens.bearer("operator"))
        .contentType("text/plain")
        .body(PLAIN)
        .post("/explain")
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
    given()
        .header("Authorization", Tokens.bearer("operator"))
        .header("Content-Encoding", "gzip")
        .contentType("application/json")
        .body(new byte[] {1, 2, 3})
        .post("/explain")
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
  }

  @Test
  void asksForATokenAsAProblem() {
    given()
        .contentType("application/json")
        .body(PLAIN)
        .post("/explain")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("Bearer"))
        .contentType("application/problem+json")
        .body("status", equalTo(401));
    given()
        .header("Authorization", "Bearer " + Tokens.forged("operator"))
        .contentType("application/json")
        .body(PLAIN)
        .post("/explain")
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
  }

  @Test
  void keepsTheOperationsPagesForOperators() {
    for (var page : new String[] {"/q/metrics", "/q/openapi"}) {
      given().get(page).then().statusCode(401).contentType("application/problem+json");
      given()
          .header("Authorization", Tokens.bearer("member"))
          .get(page)
          .then()
          .statusCode(403)
          .contentType("application/problem+json");
      given().header("Authorization", Tokens.bearer("operator")).get(page).then().statusCode(200);
    }
    // what it says is the stream's business; that it says it to everybody, the door's
    given().get("/q/health/live").then().statusCode(not(anyOf(equalTo(401), equalTo(403))));
  }

  @Test
  void saysWhatIsNotThereAsAProblem() {
    given()
        .header("Authorization", Tokens.bearer("operator"))
        .get("/nowhere")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
    given()
        .header("Authorization", Tokens.bearer("operator"))
        .get("/explain")
        .then()
        .statusCode(405)
        .contentType("application/problem+json");
  }

  private static ValidatableResponse explain(String body) {
    return given()
        .header("Authorization", Tokens.bearer("operator"))
        .contentType("application/json")
        .body(body)
        .post("/explain")
        .then();
  }

  private static void refused(String body, int status, String field) {
    explain(body)
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("errors.field", contains(field));
  }
}
