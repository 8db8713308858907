package dev.tend.notify.choice;

import static dev.tend.events.Verdict.IGNORE;
import static dev.tend.notify.Firm.RECEIVED;
import static dev.tend.notify.Firm.decided;
import static dev.tend.notify.Firm.invitation;
import static dev.tend.notify.Firm.member;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.tend.events.Choice;
import dev.tend.events.Invitation;
import dev.tend.events.Topic;
import dev.tend.notify.NotifyParts;
import dev.tend.notify.choice.ChoiceLinks.Offer;
import dev.tend.testing.RealBroker;
import dev.tend.testing.Tokens;
import dev.tend.testing.TopicReader;
import dev.tend.testing.TopicWriter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(NotifyParts.class)
class ChoiceResourceTest {
  private static final Instant LATER = Instant.parse("2099-01-01T00:00:00Z");
  private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");

  private final TopicWriter topics = new TopicWriter(RealBroker.shared().bootstrapServers());

  @Inject ChoiceLinks links;

  @Test
  void showsOnOpeningChoosesOnSendingAndTakesBack() {
    var invitation = ignored("Amy", "Jane Regret");
    var link = "/c/" + links.token(new Offer(invitation.id(), Choice.Kind.ACCEPT, LATER));
    try (var chosen =
        TopicReader.fromNow(RealBroker.shared().bootstrapServers(), Topic.CHOICES, Choice.class)) {
      var page =
          given()
              .get(link)
              .then()
              .statusCode(200)
              .contentType("text/html")
              .header("Content-Security-Policy", containsString("default-src 'none'"))
              .body(containsString("Jane Regret"))
              .extract()
              .asString();
      shown(invitation).body("choice", nullValue());

      var done = given().post("/c/" + action(page)).then().statusCode(200).extract().asString();
      given().post(link).then().statusCode(200);
      shown(invitation).body("choice.choice", equalTo("accept"));

      given().post("/c/" + action(done)).then().statusCode(200);
      shown(invitation).body("choice", nullValue());

      var told = chosen.await(2, event -> event.get().invitation().equals(invitation.id()));
      assertThat(told)
          .extracting(event -> event.get().choice())
          .containsExactly(Choice.Kind.ACCEPT, Choice.Kind.UNDO);
      assertThat(told.getFirst().key()).isEqualTo(invitation.member());
    }
  }

  @Test
  void refusesATamperedLink() {
    var invitation = ignored("Ben", "Jim Forged");
    var token = links.token(new Offer(invitation.id(), Choice.Kind.ACCEPT, LATER));
    var other = links.token(new Offer("another", Choice.Kind.ACCEPT, LATER));
    var mixed = other.substring(0, other.indexOf('.')) + token.substring(token.indexOf('.'));

    given().post("/c/" + mixed).then().statusCode(404).contentType("text/html");
    given().get("/c/" + mixed).then().statusCode(404).contentType("text/html");
    given().get("/c/nonsense").then().statusCode(404).contentType("text/html");
    given().get("/c/a.b.c").then().statusCode(404).contentType("text/html");
    shown(invitation).body("choice", nullValue());
  }

  @Test
  void refusesAnExpiredLink() {
    var invitation = ignored("Cleo", "Kim Old");
    var link = "/c/" + links.token(new Offer(invitation.id(), Choice.Kind.ACCEPT, RECEIVED));

    given().get(link).then().statusCode(410).contentType("text/html");
    given().post(link).then().statusCode(410);
    shown(invitation).body("choice", nullValue());
  }

  private Invitation ignored(String memberName, String inviter) {
    var member = member(memberName);
    var invitation = invitation(member, inviter, "");
    topics.member(member, RECEIVED);
    topics.invitation(invitation, RECEIVED);
    topics.decision(decided(invitation, IGNORE));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                given()
                    .get("/c/" + links.token(new Offer(invitation.id(), Choice.Kind.ASK, LATER)))
                    .then()
                    .statusCode(200));
    return invitation;
  }

  private static String action(String page) {
    var action = ACTION.matcher(page);
    assertThat(action.find()).as("a form on the page").isTrue();
    return action.group(1);
  }

  private static ValidatableResponse shown(Invitation invitation) {
    return given()
        .header("Authorization", Tokens.bearer("operator"))
        .get("/api/members/" + invitation.member() + "/invitations/" + invitation.id())
        .then()
        .statusCode(200);
  }
}
