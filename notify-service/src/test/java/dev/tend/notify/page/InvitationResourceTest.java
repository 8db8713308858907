package dev.tend.notify.page;

import static dev.tend.events.Verdict.ACCEPT;
import static dev.tend.events.Verdict.ASK;
import static dev.tend.events.Verdict.IGNORE;
import static dev.tend.notify.Firm.RECEIVED;
import static dev.tend.notify.Firm.decided;
import static dev.tend.notify.Firm.invitation;
import static dev.tend.notify.Firm.member;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.tend.events.Choice;
import dev.tend.events.Invitation;
import dev.tend.events.Topic;
import dev.tend.events.kafka.CloudEvent;
import dev.tend.notify.NotifyParts;
import dev.tend.testing.RealBroker;
import dev.tend.testing.Tokens;
import dev.tend.testing.TopicWriter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(NotifyParts.class)
class InvitationResourceTest {
  private final TopicWriter topics = new TopicWriter(RealBroker.shared().bootstrapServers());

  private static RequestSpecification operator() {
    return given().header("Authorization", Tokens.bearer("operator"));
  }

  private static String address(String member) {
    return "/api/members/" + member + "/invitations";
  }

  @Test
  void showsADecisionWithWhatStandsAroundIt() {
    var member = member("Amy");
    var invitation = invitation(member, "Jane Doe", "");
    topics.member(member, RECEIVED);
    topics.decision(decided(invitation, ASK));
    topics.decision(decided(invitation, ACCEPT, 2));
    topics.invitation(invitation, RECEIVED);
    topics.write(
        Topic.INVITATIONS,
        invitation.inviter().profile().path(),
        invitation,
        CloudEvent.on(
            Topic.INVITATIONS, invitation.id(), "/ingest/archive", RECEIVED.plusSeconds(5)));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                operator()
                    .get(address(member.id()) + "/" + invitation.id())
                    .then()
                    .statusCode(200)
                    .body("sources", contains("/ingest/archive", "/ingest/http"))
                    .body("verdict", equalTo("accept"))
                    .body("history", hasSize(1)));
    operator()
        .get(address(member.id()) + "/" + invitation.id())
        .then()
        .contentType("application/json")
        .body("invitation", equalTo(invitation.id()))
        .body("relevance", equalTo(40))
        .body("signals[0].name", equalTo("same-employer"))
        .body("wouldBe[0].if", equalTo("they had worked with you"))
        .body("supersedes", equalTo(invitation.id() + "/1"))
        .body("history[0].verdict", equalTo("ask"))
        .body("inviter.name", equalTo("Jane Doe"))
        .body("note", equalTo("We met at the forum"))
        .body("receivedAt", equalTo(RECEIVED.toString()))
        .body("choice", nullValue())
        .body("mails", empty());
  }

  /** Each source calls it otherwise, and each name finds it. */
  @Test
  void showsAnInvitationOnceWithAllItsSources() {
    var member = member("Zora");
    var mailed = invitation(member, "Jane Many", "").named("linkedin-" + member.id());
    var archived = mailed.named("archived-" + member.id());
    var provided = mailed.named("urn-" + member.id());
    told(mailed, "/ingest/mail");
    told(archived, "/ingest/archive");
    told(provided, "/ingest/portability");
    topics.decision(decided(mailed, ASK));
    topics.choice(
        new Choice(
            provided.id(),
            member.id(),
            provided.inviter().profile(),
            Choice.Kind.IGNORE,
            RECEIVED.plusSeconds(60)));

    for (var one : List.of(mailed, archived, provided)) {
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  operator()
                      .get(address(member.id()) + "/" + one.id())
                      .then()
                      .statusCode(200)
                      .body("invitation", equalTo(mailed.id()))
                      .body(
                          "sources",
                          contains("/ingest/archive", "/ingest/mail", "/ingest/portability"))
                      .body("verdict", equalTo("ask"))
                      .body("choice.choice", equalTo("ignore")));
    }
    operator()
        .get(address(member.id()))
        .then()
        .body("items.invitation", contains(mailed.id()))
        .body("items[0].receivedAt", equalTo(RECEIVED.toString()));
  }

  private void told(Invitation invitation, String source) {
    topics.write(
        Topic.INVITATIONS,
        invitation.inviter().profile().path(),
        invitation,
        CloudEvent.on(Topic.INVITATIONS, invitation.id(), source, RECEIVED));
  }

  @Test
  void saysThatAnInvitationIsUndecided() {
    var member = member("Ben");
    var invitation = invitation(member, "Kim Roe", "");
    topics.invitation(invitation, RECEIVED);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                operator()
                    .get(address(member.id()) + "?verdict=undecided")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .body("items[0].invitation", equalTo(invitation.id()))
                    .body("items[0].verdict", nullValue())
                    .body("next", nullValue()));
  }

  @Test
  void findsByVerdictAndByText() {
    var member = member("Cleo");
    var accepted = invitation(member, "Zoë Ångström", "");
    var ignored = invitation(member, "Rob Fast", "");
    topics.invitation(accepted, RECEIVED);
    topics.invitation(ignored, RECEIVED.plusSeconds(1));
    topics.decision(decided(accepted, ACCEPT));
    topics.decision(decided(ignored, IGNORE));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                operator()
                    .get(address(member.id()) + "?verdict=ignore")
                    .then()
                    .body("items.invitation", contains(ignored.id())));

    operator()
        .queryParam("q", "ångström")
        .get(address(member.id()))
        .then()
        .body("items.invitation", contains(accepted.id()));
    operator()
        .queryParam("q", "100%_")
        .get(address(member.id()))
        .then()
        .statusCode(200)
        .body("items", empty());
  }

  @Test
  void pagesThroughAllWithoutLossOrRepetition() {
    var member = member("Dora");
    var ids = new HashSet<String>();
    for (int i = 0; i < 120; i++) {
      var invitation = invitation(member, "Person " + i, "");
      ids.add(invitation.id());
      topics.invitation(invitation, RECEIVED.plusSeconds(i / 7));
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              var seen = new ArrayList<String>();
              String page = "";
              while (page != null) {
                var answer =
                    operator().queryParam("page", page).get(address(member.id())).jsonPath();
                seen.addAll(answer.getList("items.invitation", String.class));
                page = answer.getString("next");
              }
              assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids);
            });
  }

  @Test
  void refusesWhatItCannotRead() {
    operator()
        .get(address("amy.chen") + "?verdict=maybe")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].field", equalTo("verdict"));
    operator()
        .get(address("amy.chen") + "?page=nonsense")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("page"));
    operator()
        .get(address("amy.chen") + "/unknown")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @Test
  void isShownToTheMemberAndToOperatorsOnly() {
    var path = address("amy.chen");
    given()
        .get(path)
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", startsWith("Bearer"));
    given()
        .header("Authorization", "Bearer " + Tokens.forged("operator"))
        .get(path)
        .then()
        .statusCode(401);
    given().header("Authorization", Tokens.bearer("ingest")).get(path).then().statusCode(403);
    given()
        .header(
            "Authorization",
            "Bearer " + Tokens.token("somebody.else", Duration.ofHours(1), "member"))
        .get(path)
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
    given()
        .header(
            "Authorization", "Bearer " + Tokens.token("amy.chen", Duration.ofHours(1), "member"))
        .get(path)
        .then()
        .statusCode(200);
    operator().get(path).then().statusCode(200);
  }
}
