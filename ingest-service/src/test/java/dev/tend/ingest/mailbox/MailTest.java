package dev.tend.ingest.mailbox;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.ingest.Http.asIngest;
import static dev.tend.ingest.Http.put;
import static dev.tend.ingest.mailbox.AMail.aMail;
import static dev.tend.ingest.mailbox.AMail.aNotice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tend.events.Invitation;
import dev.tend.events.Mail;
import dev.tend.events.PersonKey;
import dev.tend.events.Reply;
import dev.tend.events.Topic;
import dev.tend.events.kafka.CloudEvent;
import dev.tend.ingest.IngestResource;
import dev.tend.testing.BrokerResource;
import dev.tend.testing.RealBroker;
import dev.tend.testing.TokenResource;
import dev.tend.testing.TopicReader;
import dev.tend.testing.TopicWriter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BrokerResource.class)
@WithTestResource(TokenResource.class)
@WithTestResource(IngestResource.class)
class MailTest {
  private static final Instant ASKED = Instant.parse("2026-02-10T08:00:00Z");

  private final String broker = RealBroker.shared().bootstrapServers();
  private TopicReader<Invitation> invitations;
  private TopicReader<Reply> replies;

  @BeforeEach
  void readFromNow() {
    invitations = TopicReader.fromNow(broker, Topic.INVITATIONS, Invitation.class);
    replies = TopicReader.fromNow(broker, Topic.REPLIES, Reply.class);
    put(aMember("Amy Chen").build());
  }

  @AfterEach
  void close() {
    invitations.close();
    replies.close();
  }

  @Test
  void aNoticeBecomesTheInvitationThatItIsAbout() {
    post(aNotice("Zoë Lima", "zo%C3%AB-lima", "6203", "We met in Lisbon.\nRemember?"))
        .statusCode(202)
        .body("recognised", equalTo("invitation"))
        .body("invitation", equalTo("linkedin-6203"));

    var record = invitations.await(received -> received.event().id().equals("linkedin-6203"));
    var invitation = record.get();
    var inviter = invitation.inviter();
    assertThat(record.event().source()).isEqualTo("/ingest/mail");
    assertThat(invitation.member()).isEqualTo("amy.chen");
    assertThat(invitation.note()).isEqualTo("We met in Lisbon.\nRemember?");
    assertThat(invitation.mutualConnections()).isEqualTo(3);
    assertThat(invitation.sentAt()).isEqualTo(Instant.parse("2026-02-09T14:37:00Z"));
    assertThat(inviter.profile()).isEqualTo(PersonKey.of("in/zoë-lima"));
    assertThat(inviter.name()).isEqualTo("Zoë Lima");
    assertThat(inviter.headline()).isEqualTo("Partner & Founder at Contoso");
    assertThat(inviter.location()).isEqualTo("Lisbon, Portugal");
    assertThat(inviter.photo()).isTrue();
  }

  @Test
  void theStandardSentenceIsNoNoteAndAReminderHasNoDate() {
    post(aNotice("Rosa Lund", "rosa-lund", "6204", "I'd like to join your LinkedIn network.")
            .with("Subject", "Rosa Lund's invitation is waiting for your response"))
        .statusCode(202);

    var invitation = invitations.await(received -> true).get();
    assertThat(invitation.id()).isEqualTo("linkedin-6204");
    assertThat(invitation.note()).isEmpty();
    assertThat(invitation.sentAt()).isNull();
  }

  @Test
  void aNoticeIsBelievedOnlyWhenATrustedServerSaysThatLinkedInSignedIt() {
    for (var results :
        new String[] {
          "mx.firm.example; dkim=none; spf=pass",
          "mx.firm.example; dkim=fail header.d=linkedin.com",
          "mx.firm.example; dkim=pass header.d=linkedin.com.evil.example",
          "mx.firm.example; dkim=pass header.d=evil.example; spf=pass header.d=linkedin.com",
          "mx.firm.example; spf=pass (dkim=pass header.d=linkedin.com)",
          "mx.evil.example; dkim=pass header.d=linkedin.com",
          "mx.firm.example.evil.example; dkim=pass header.d=linkedin.com"
        }) {
      refused(
          aNotice("Al Faker", "al-faker", "6205", "Hi").with("Authentication-Results", results));
    }
    refused(aNotice("Al Faker", "al-faker", "6205", "Hi").without("Authentication-Results"));
    assertThat(invitations.all()).isEmpty();
  }

  @Test
  void aNoticeToNobodyIsRefused() {
    post(aNotice("Rosa Lund", "rosa-lund", "6206", "Hi").to("nobody@tend.example"))
        .statusCode(400)
        .body("errors[0].field", equalTo("To"));
    assertThat(invitations.all()).isEmpty();
  }

  @Test
  void otherMailOfLinkedInIsLeftAlone() {
    post(aNotice("Rosa Lund", "rosa-lund", "6207", "")
            .with("Content-Type", "text/plain")
            .saying(
                "Rosa Lund accepted your invitation\nhttps://www.linkedin.com/comm/in/rosa-lund"))
        .statusCode(202)
        .body("recognised", equalTo("nothing"));
    post(aMail().from("messages-noreply@linkedin.com").saying("You have a message"))
        .statusCode(202)
        .body("recognised", equalTo("nothing"));
    assertThat(invitations.all()).isEmpty();
  }

  @Test
  void anAnswerIsFoundByTheAddressItWentTo() {
    var question = asked("4711", "<q1@tend.example>");

    post(aMail()
            .to("reply+" + question + "@reply.tend.example")
            .saying(
                """
                    We shared an office at RBC, 2015 to 2018.

                    Best
                    Jane
                    --\s
                    Jane Doe, Contoso

                    On Tue, 10 Feb 2026 at 09:00, Amy Chen via Tend
                    <tend@firm.example> wrote:
                    > How are we connected?
                    """))
        .statusCode(202)
        .body("recognised", equalTo("reply"))
        .body("invitation", equalTo("4711"));

    var reply = replies.await(record -> record.get().invitation().equals("4711"));
    assertThat(reply.key()).isEqualTo("amy.chen");
    assertThat(reply.get().text())
        .isEqualTo("We shared an office at RBC, 2015 to 2018.\n\nBest\nJane");
    assertThat(reply.event().source()).isEqualTo("/ingest/mail");
  }

  @Test
  void anAnswerIsFoundByWhatItRefersToAndCountsOnce() {
    var _ = asked("4712", "<q2@tend.example>");
    var answer =
        aMail().with("References", "<x@y.example> <q2@tend.example>").saying("From the choir!\n");

    post(answer).statusCode(202).body("recognised", equalTo("reply"));
    post(answer).statusCode(202).body("recognised", equalTo("reply"));

    var twice = replies.await(2, record -> record.get().invitation().equals("4712"));
    assertThat(twice.getFirst().event().id()).isEqualTo(twice.getLast().event().id());
  }

  @Test
  void machinesAnswerNothing() {
    var question = asked("4713", "<q3@tend.example>");
    var address = "reply+" + question + "@reply.tend.example";

    for (var mail :
        new AMail[] {
          aMail().to(address).with("Auto-Submitted", "auto-replied"),
          aMail().to(address).with("Return-Path", "<>"),
          aMail().to(address).with("Content-Type", "multipart/report; boundary=x"),
          aMail().to(address).with("Precedence", "auto_reply")
        }) {
      post(mail.saying("I am away until Monday."))
          .statusCode(202)
          .body("recognised", equalTo("auto-reply"));
    }
    assertThat(replies.all()).isEmpty();
  }

  @Test
  void anAnswerToAQuestionThatNobodyAskedIsRefused() {
    post(aMail().to("reply+" + UUID.randomUUID() + "@reply.tend.example").saying("Hello?"))
        .statusCode(400)
        .body("errors[0].reason", containsString("nobody asked"));
  }

  @Test
  void allOtherMailIsNothing() {
    post(aMail().saying("Lunch?")).statusCode(202).body("recognised", equalTo("nothing"));
  }

  @Test
  void whatIsNoMailIsRefused() {
    post(aMail().without("From").saying("x"))
        .statusCode(400)
        .body("errors[0].field", equalTo("From"));
    post("".getBytes(java.nio.charset.StandardCharsets.UTF_8)).statusCode(400);
    post(aMail()
            .with("Content-Type", "multipart/mixed; boundary=b")
            .saying("--b\n\n".repeat(50_000)))
        .statusCode(400)
        .body("detail", containsString("parts"));
    post(new byte[11 << 20]).statusCode(413);
    asIngest().contentType("application/json").body("{}").post("/mail").then().statusCode(415);
  }

  private String asked(String invitation, String messageId) {
    var id = UUID.randomUUID().toString();
    var mail =
        new Mail(
            id,
            "amy.chen",
            Mail.Kind.QUESTION,
            Mail.State.SENT,
            invitation,
            messageId,
            1,
            ASKED,
            ASKED,
            "250 ok");
    try (var writer = new TopicWriter(broker)) {
      writer.write(
          Topic.MAIL, "amy.chen", mail, CloudEvent.on(Topic.MAIL, id + "/1", "/notify", ASKED));
    }
    await()
        .untilAsserted(
            () ->
                post(aMail()
                        .to("reply+" + id + "@reply.tend.example")
                        .saying("> nothing of my own\n"))
                    .statusCode(202));
    return id;
  }

  private static void refused(AMail mail) {
    post(mail)
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].field", equalTo("Authentication-Results"))
        .body("detail", containsString("dkim=pass"));
  }

  private static ValidatableResponse post(AMail mail) {
    return post(mail.build());
  }

  private static ValidatableResponse post(byte[] mail) {
    return asIngest().contentType("message/rfc822").body(mail).post("/mail").then();
  }
}
