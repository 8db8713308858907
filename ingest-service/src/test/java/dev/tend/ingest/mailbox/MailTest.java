package dev.tend.ingest.mailbox;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.ingest.Http.asIngest;
import static dev.tend.ingest.Http.asOperator;
import static dev.tend.ingest.Http.plain;
import static dev.tend.ingest.Http.put;
import static dev.tend.ingest.mailbox.AMail.aMail;
import static dev.tend.ingest.mailbox.AMail.aNotice;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tend.events.Invitation;
import dev.tend.events.Mail;
import dev.tend.events.Origin;
import dev.tend.events.PersonKey;
import dev.tend.events.Reply;
import dev.tend.events.ReplyAddress;
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
import java.time.InstantSource;
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
  void aNoticeThatNobodySignedIsTakenAndSaysSo() {
    post(aNotice("Al Faker", "al-faker", "6205", "Hi").without("Authentication-Results"))
        .statusCode(202)
        .body("recognised", equalTo("invitation"));

    assertThat(invitations.await(received -> true).get().origin()).isEqualTo(Origin.UNPROVEN);
  }

  @Test
  void aFileOfMailsIsTakenMailByMail() {
    var file =
        mbox(
            aNotice("Rosa Lund", "rosa-lund", "6210", "Hi").build(),
            aMail().saying("Lunch?\n>From the choir\n").build(),
            aNotice("Rosa Lund", "rosa-lund", "6211", "Hi").to("nobody@tend.example").build(),
            aNotice("Zoë Lima", "zoe-lima", "6212", "Hi").build());

    asIngest()
        .contentType("application/mbox")
        .body(file)
        .post("/mail")
        .then()
        .statusCode(202)
        .body("mails", equalTo(4))
        .body("recognised.invitation", equalTo(2))
        .body("recognised.nothing", equalTo(1))
        .body("refusedCount", equalTo(1))
        .body("refused[0].index", equalTo(2))
        .body("refused[0].field", equalTo("To"));

    assertThat(invitations.await(2, received -> true)).hasSize(2);
  }

  @Test
  void aFileWithoutMailsIsRefused() {
    asIngest()
        .contentType("application/mbox")
        .body("nothing\n".getBytes(UTF_8))
        .post("/mail")
        .then()
        .statusCode(400)
        .body("detail", containsString("From "));
  }

  @Test
  void theDoorIsForThoseWhoBringThingsIn() {
    for (var type : new String[] {"message/rfc822", "application/mbox"}) {
      plain().contentType(type).body("x".getBytes(UTF_8)).post("/mail").then().statusCode(401);
      asOperator().contentType(type).body("x".getBytes(UTF_8)).post("/mail").then().statusCode(403);
    }
  }

  @Test
  void theBounceOfAQuestionIsTold() {
    var _ = asked("4714", "<q4@tend.example>");

    post(BounceTest.aBounce("<q4@tend.example>", "failed", "5.1.1"))
        .statusCode(202)
        .body("recognised", equalTo("bounce"))
        .body("invitation", equalTo("4714"));
    try (var mails = TopicReader.fromStart(broker, Topic.MAIL, Mail.class)) {
      var bounced =
          mails.await(
              record ->
                  record.get().invitation().equals("4714")
                      && record.get().state() == Mail.State.BOUNCED);
      assertThat(bounced.key()).isEqualTo("amy.chen");
      assertThat(bounced.get().answer()).startsWith("5.1.1").doesNotContain("@");
    }
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
        .body("recognised", equalTo("nothing"))
        .body("kind", equalTo("accepted"));
    post(aMail().from("messages-noreply@linkedin.com").saying("You have a message"))
        .statusCode(202)
        .body("recognised", equalTo("nothing"));
    assertThat(invitations.all()).isEmpty();
  }

  @Test
  void anAnswerIsFoundByTheAddressItWentTo() {
    var question = asked("4711", "<q1@tend.example>");

    post(aMail()
            .to(question)
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
    var address = question;

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
    post(aMail().to(address(UUID.randomUUID())).saying("Hello?"))
        .statusCode(400)
        .body("errors[0].reason", containsString("nobody asked"));
    post(aMail().to("reply+" + UUID.randomUUID() + "@reply.tend.example").saying("Hello?"))
        .statusCode(400)
        .body("errors[0].reason", containsString("gave out"));
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
    post("".getBytes(UTF_8)).statusCode(400);
    post(aMail()
            .with("Content-Type", "multipart/mixed; boundary=b")
            .saying("--b\n\n".repeat(50_000)))
        .statusCode(400)
        .body("detail", containsString("parts"));
    post(new byte[11 << 20]).statusCode(413);
    asIngest().contentType("application/json").body("{}").post("/mail").then().statusCode(415);
  }

  private String asked(String invitation, String messageId) {
    var uuid = UUID.randomUUID();
    var id = uuid.toString();
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
            () -> post(aMail().to(address(uuid)).saying("> nothing of my own\n")).statusCode(202));
    return address(uuid);
  }

  private static String address(UUID mail) {
    return new ReplyAddress(IngestResource.REPLY_SECRET)
            .localPart(mail, InstantSource.system().instant())
        + "@reply.tend.example";
  }

  private static byte[] mbox(byte[]... mails) {
    var file = new StringBuilder();
    for (var mail : mails) {
      file.append("From someone@mail.example Mon Feb  9 14:37:00 2026\n")
          .append(new String(mail, UTF_8).replace("\r\n", "\n"))
          .append("\n\n");
    }
    return file.toString().getBytes(UTF_8);
  }

  private static ValidatableResponse post(AMail mail) {
    return post(mail.build());
  }

  private static ValidatableResponse post(byte[] mail) {
    return asIngest().contentType("message/rfc822").body(mail).post("/mail").then();
  }
}
