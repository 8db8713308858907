package dev.tend.notify.digest;

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
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.tend.notify.NotifyParts;
import dev.tend.testing.RealBroker;
import dev.tend.testing.RealMail;
import dev.tend.testing.Tokens;
import dev.tend.testing.TopicWriter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(NotifyParts.class)
class DigestResourceTest {
  private final TopicWriter topics = new TopicWriter(RealBroker.shared().bootstrapServers());

  private static RequestSpecification operator() {
    return given().header("Authorization", Tokens.bearer("operator"));
  }

  @Test
  void sendsWhatIsNewAndNothingTwice() throws Exception {
    var member = member("Amy");
    var accepted = invitation(member, "Jane Good", "");
    var unclear = invitation(member, "Sam Unclear", "");
    var ignored = invitation(member, "Rob Bad", "");
    topics.member(member, RECEIVED);
    for (var invitation : java.util.List.of(accepted, unclear, ignored)) {
      topics.invitation(invitation, RECEIVED);
    }
    topics.decision(decided(accepted, ACCEPT));
    topics.decision(decided(unclear, ASK));
    topics.decision(decided(ignored, IGNORE));
    awaitDecided(member.id(), 3);

    var digests = "/api/members/" + member.id() + "/digests";
    operator().post(digests).then().statusCode(202).body("invitations", equalTo(3));
    var mail = RealMail.shared().mailbox(member.email()).await("the digest", any -> true);
    var text = ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
    assertThat(text)
        .containsSubsequence("Jane Good", "Sam Unclear", "Rob Bad")
        .contains("Both at Northlight", "/c/");
    operator().post(digests).then().statusCode(204);

    topics.decision(decided(unclear, ACCEPT, 2));
    awaitDecided(member.id(), "accept", 2);
    operator().post(digests).then().statusCode(202).body("invitations", equalTo(1));
    operator()
        .get("/api/members/" + member.id() + "/invitations/" + unclear.id())
        .then()
        .body("mails", hasSize(2))
        .body("mails.kind", hasItem("digest"));
    operator()
        .get("/api/mail?kind=digest&member=" + member.id())
        .then()
        .body("items", hasSize(2))
        .body("items[0].to", equalTo(member.email()));
  }

  @Test
  void refusesStrangers() {
    given().post("/api/members/amy/digests").then().statusCode(401);
    operator().post("/api/members/nobody.known/digests").then().statusCode(404);
  }

  private static void awaitDecided(String member, int number) {
    for (var verdict : java.util.List.of("accept", "ask", "ignore")) {
      awaitDecided(member, verdict, number / 3);
    }
  }

  private static void awaitDecided(String member, String verdict, int number) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                operator()
                    .get("/api/members/" + member + "/invitations?verdict=" + verdict)
                    .then()
                    .body("items", hasSize(number)));
  }
}
