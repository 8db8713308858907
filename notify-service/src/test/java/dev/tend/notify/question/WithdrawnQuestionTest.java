package dev.tend.notify.question;

import static dev.tend.events.Verdict.ACCEPT;
import static dev.tend.events.Verdict.ASK;
import static dev.tend.notify.Firm.RECEIVED;
import static dev.tend.notify.Firm.address;
import static dev.tend.notify.Firm.decided;
import static dev.tend.notify.Firm.invitation;
import static dev.tend.notify.Firm.member;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.tend.events.Choice;
import dev.tend.events.Invitation;
import dev.tend.events.Mail;
import dev.tend.events.Topic;
import dev.tend.notify.NotifyParts;
import dev.tend.testing.RealBroker;
import dev.tend.testing.RealMail;
import dev.tend.testing.Tokens;
import dev.tend.testing.TopicReader;
import dev.tend.testing.TopicWriter;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Questions wait an hour here, so that news can overtake them. */
@QuarkusTest
@WithTestResource(
    value = NotifyParts.class,
    initArgs = @ResourceArg(name = "tend.notify.question-delay", value = "PT1H"))
class WithdrawnQuestionTest {
  private static final String BROKER = RealBroker.shared().bootstrapServers();

  private final TopicWriter topics = new TopicWriter(BROKER);

  @Test
  void isNotSentWhenANewerDecisionNeedsNoAnswer() {
    var member = member("Amy");
    var invitation = invitation(member, "Jane Clear");
    try (var mails = TopicReader.fromNow(BROKER, Topic.MAIL, Mail.class)) {
      topics.member(member, RECEIVED);
      topics.invitation(invitation, RECEIVED);
      topics.decision(decided(invitation, ASK));
      awaitState(invitation, "due");

      topics.decision(decided(invitation, ACCEPT, 2));
      awaitState(invitation, "suppressed");
      mail(invitation).body("items[0].answer", containsString("no longer"));

      topics.decision(decided(invitation, ASK, 3));
      awaitState(invitation, "due");
      assertThat(mails.await(3, event -> event.get().invitation().equals(invitation.id())))
          .extracting(event -> event.get().state())
          .containsExactly(Mail.State.DUE, Mail.State.SUPPRESSED, Mail.State.DUE);
    }
    assertThat(RealMail.shared().mailbox(address("Jane Clear")).mails()).isEmpty();
  }

  @Test
  void isNotSentWhenTheMemberHasChosen() {
    var member = member("Ben");
    var invitation = invitation(member, "Kim Known");
    topics.member(member, RECEIVED);
    topics.invitation(invitation, RECEIVED);
    topics.decision(decided(invitation, ASK));
    awaitState(invitation, "due");

    topics.choice(
        new Choice(
            invitation.id(),
            member.id(),
            invitation.inviter().profile(),
            Choice.Kind.ACCEPT,
            RECEIVED.plusSeconds(60)));
    awaitState(invitation, "suppressed");
  }

  private static void awaitState(Invitation invitation, String state) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                mail(invitation).body("items", hasSize(1)).body("items[0].state", equalTo(state)));
  }

  private static io.restassured.response.ValidatableResponse mail(Invitation invitation) {
    return given()
        .header("Authorization", Tokens.bearer("operator"))
        .get("/api/mail?kind=question&member=" + invitation.member())
        .then()
        .statusCode(200);
  }
}
