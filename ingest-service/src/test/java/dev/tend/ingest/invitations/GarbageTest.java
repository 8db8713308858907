package dev.tend.ingest.invitations;

import static dev.tend.ingest.Http.asIngest;
import static dev.tend.ingest.Http.plain;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.tend.events.Invitation;
import dev.tend.events.Topic;
import dev.tend.ingest.IngestResource;
import dev.tend.testing.BrokerResource;
import dev.tend.testing.RealBroker;
import dev.tend.testing.TokenResource;
import dev.tend.testing.Tokens;
import dev.tend.testing.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request, the answer says what, and nothing goes out. */
@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(TokenResource.class)
@WithTestResource(IngestResource.class)
class GarbageTest {
  private static final String GOOD =
      "{\"member\":\"amy.chen\",\"inviter\":{\"profile\":\"in/dana-ito\",\"name\":\"Dana Ito\"}}";
  private static final int MEGABYTE = 1 << 20;

  private TopicReader<Invitation> topic;

  @BeforeEach
  void readFromNow() {
    topic =
        TopicReader.fromNow(
            RealBroker.shared().bootstrapServers(), Topic.INVITATIONS, Invitation.class);
  }

  @AfterEach
  void nothingWentOut() {
    try (var ended = topic) {
      assertThat(ended.all()).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void isRefusedWithItsFieldNamed(String what, String mediaType, String body, String field) {
    problem(asIngest().contentType(mediaType).body(body.getBytes(UTF_8)), 400)
        .then()
        .body("errors[0].field", equalTo(field))
        .body("errors[0].reason", not(emptyOrNullString()));
  }

  static Stream<Arguments> bodies() {
    var json = "application/json";
    var lines = "application/x-ndjson";
    var event = "application/cloudevents+json";
    var events = "application/cloudevents-batch+json";
    return Stream.of(
        Arguments.of("nothing at all", json, "", ""),
        Arguments.of("white space", json, " \n ", ""),
        Arguments.of("an object that breaks off", json, GOOD.substring(0, 40), "inviter"),
        Arguments.of("an array that breaks off", json, "[" + GOOD + "," + GOOD, ""),
        Arguments.of("an array with a broken element", json, "[" + GOOD + ",{\"a\":}]", ""),
        Arguments.of("something behind the array", json, "[" + GOOD + "] x", ""),
        Arguments.of("two objects", json, GOOD + GOOD, ""),
        Arguments.of("an empty array", json, "[]", ""),
        Arguments.of("a number", json, "42", ""),
        Arguments.of("null", json, "null", ""),
        Arguments.of("no JSON", json, "<invitation/>", ""),
        Arguments.of("no inviter", json, "{\"member\":\"amy.chen\"}", "inviter"),
        Arguments.of("a number for a text", json, with("note", "7"), "note"),
        Arguments.of(
            "a text for a number", json, with("mutualConnections", "\"3\""), "mutualConnections"),
        Arguments.of("a time that is none", json, with("sentAt", "\"yesterday\""), "sentAt"),
        Arguments.of("an unknown field", json, with("colour", "\"red\""), "colour"),
        Arguments.of("a control character", json, with("note", "\"a\\u0007b\""), "note"),
        Arguments.of("half of a pair", json, with("note", "\"\\ud83d\""), "note"),
        Arguments.of("a key twice", json, with("member", "\"lee\""), "member"),
        Arguments.of(
            "a foreign address",
            json,
            GOOD.replace("in/dana-ito", "https://example.com/in/x"),
            "inviter.profile"),
        Arguments.of("a member that is no id", json, GOOD.replace("amy.chen", "../etc"), "member"),
        Arguments.of("depth", json, with("note", "[".repeat(900) + "]".repeat(900)), "note"),
        Arguments.of("depth in an array", json, "[".repeat(100_000), ""),
        Arguments.of("only bad items", json, "[{\"member\":\"amy.chen\"},1]", "inviter"),
        Arguments.of("no line", lines, "\n\r\n", ""),
        Arguments.of("only bad lines", lines, "{\n}\n", ""),
        Arguments.of("an array in a line", lines, "[" + GOOD + "]", ""),
        Arguments.of(
            "an event of another type", event, event("com.example.order.v1", GOOD), "type"),
        Arguments.of(
            "an event without data", event, event(Topic.INVITATIONS.eventType(), "null"), "data"),
        Arguments.of(
            "an event with bad data",
            event,
            event(Topic.INVITATIONS.eventType(), "{\"member\":\"x\"}"),
            "data.inviter"),
        Arguments.of("an event that is an array", event, "[]", ""),
        Arguments.of(
            "an event of another version",
            event,
            event(Topic.INVITATIONS.eventType(), GOOD).replace("1.0", "0.3"),
            "specversion"),
        Arguments.of(
            "an event with a misspelt attribute",
            event,
            event(Topic.INVITATIONS.eventType(), GOOD).replace("\"source\"", "\"Source\""),
            "source"),
        Arguments.of(
            "a batch that is one event", events, event(Topic.INVITATIONS.eventType(), GOOD), ""));
  }

  /** Sent by the JDK's client: REST Assured spells a body out for its log, byte by byte. */
  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void fiftyMegabytesAreTooMuch(HttpClient.Version version) throws Exception {
    var body = new byte[50 * MEGABYTE];
    Arrays.fill(body, (byte) '[');

    tooLarge(version, BodyPublishers.ofByteArray(body));
  }

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void aBodyWithoutALengthIsBoundedToo(HttpClient.Version version) throws Exception {
    var body = new byte[17 * MEGABYTE];
    Arrays.fill(body, (byte) ' ');

    tooLarge(version, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
  }

  private static void tooLarge(HttpClient.Version version, HttpRequest.BodyPublisher body)
      throws Exception {
    try (var client = HttpClient.newBuilder().version(version).build()) {
      var request =
          HttpRequest.newBuilder(
                  URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/invitations"))
              .header("Authorization", Tokens.bearer("ingest"))
              .header("Content-Type", "application/json")
              .POST(body)
              .build();

      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(answer.body()).contains("larger than 16777216 bytes");
    }
  }

  @Test
  void moreThanFiftyThousandItemsAreTooMany() {
    problem(asIngest().contentType("application/x-ndjson").body("{}\n".repeat(50_001)), 413);
  }

  @Test
  void anInvitationLargerThanARecordIsTooLarge() {
    var skill = "\"" + "\u6771".repeat(500) + "\"";
    var skills = "[" + (skill + ",").repeat(499) + skill + "]";
    var huge =
        GOOD.replace(
            "\"Dana Ito\"", "\"Dana Ito\",\"skills\":" + skills + ",\"languages\":" + skills);

    problem(asIngest().contentType("application/json").body(huge.getBytes(UTF_8)), 413);
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      for (int i = 0; i < 100; i++) {
        gzip.write(new byte[MEGABYTE]);
      }
    }

    problem(
        asIngest()
            .contentType("application/json")
            .header("Content-Encoding", "gzip")
            .body(packed.toByteArray()),
        415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/xml",
        "application/json-patch+json",
        "multipart/form-data"
      })
  void anotherMediaTypeIsNotTaken(String mediaType) {
    problem(asIngest().header("Content-Type", mediaType).body(GOOD.getBytes(UTF_8)), 415);
  }

  @Test
  void aMediaTypeThatIsNoneIsNotValid() {
    problem(asIngest().header("Content-Type", "nonsense").body(GOOD.getBytes(UTF_8)), 400);
  }

  @Test
  void withoutATokenNobodyComesIn() {
    problem(plain().contentType("application/json").body(GOOD), 401)
        .then()
        .header("WWW-Authenticate", equalTo("Bearer"));
  }

  @Test
  void aTokenThatIsForgedOrExpiredOpensNothing() {
    for (var token :
        new String[] {
          Tokens.forged("ingest"),
          Tokens.token("tests", Duration.ofMinutes(-10), "ingest"),
          "nonsense"
        }) {
      problem(plain().auth().oauth2(token).contentType("application/json").body(GOOD), 401)
          .then()
          .header("WWW-Authenticate", equalTo("Bearer"));
    }
  }

  @Test
  void anotherRoleOpensNothing() {
    problem(
        plain()
            .auth()
            .oauth2(Tokens.of("member", "operator"))
            .contentType("application/json")
            .body(GOOD),
        403);
  }

  @Test
  void anotherMethodIsNotTaken() {
    assertProblem(asIngest().get("/invitations"), 405);
    assertProblem(asIngest().patch("/members/amy.chen"), 405);
  }

  @Test
  void anotherAddressIsNotFound() {
    assertProblem(asIngest().get("/nowhere"), 404);
    assertProblem(plain().get("/nowhere"), 401);
  }

  private static Response problem(RequestSpecification request, int status) {
    return assertProblem(request.post("/invitations"), status);
  }

  private static Response assertProblem(Response response, int status) {
    response
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("title", not(emptyOrNullString()))
        .body("detail", not(emptyOrNullString()));
    return response;
  }

  private static String with(String field, String value) {
    return GOOD.substring(0, GOOD.length() - 1) + ",\"" + field + "\":" + value + "}";
  }

  private static String event(String type, String data) {
    return "{\"specversion\":\"1.0\",\"id\":\"garbage\",\"source\":\"/crm\",\"type\":\"%s\",\"data\":%s}"
        .formatted(type, data);
  }
}
