package dev.tend.notify.question;

import static dev.tend.events.Verdict.ACCEPT;
import static dev.tend.events.Verdict.ASK;
import static dev.tend.notify.Firm.RECEIVED;
import static dev.tend.notify.Firm.address;
import static dev.tend.notify.Firm.decided;
import static dev.tend.notify.Firm.invitation;
import static dev.tend.notify.Firm.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tend.events.Choice;
import dev.tend.events.Mail;
import dev.tend.events.Topic;
import dev.tend.events.kafka.CloudEvent;
import dev.tend.notify.NotifyParts;
import dev.tend.testing.RealBroker;
import dev.tend.testing.RealMail;
import dev.tend.testing.TopicReader;
import dev.tend.testing.TopicWriter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMultipart;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(NotifyParts.class)
class QuestionsTest {
  private static final String BROKER = RealBroker.shared().bootstrapServers();

  private final TopicWriter topics = new TopicWriter(BROKER);

  @Inject Jdbi database;

  @Test
  void asksTheInviterFromTheMembersName() throws Exception {
    var member = member("Amy Chen");
    var invitation = invitation(member, "Jane Asked");
    try (var mails = TopicReader.fromNow(BROKER, Topic.MAIL, Mail.class)) {
      topics.member(member, RECEIVED);
      topics.invitation(invitation, RECEIVED);
      topics.decision(decided(invitation, ASK));

      var mail =
          RealMail.shared().mailbox(address("Jane Asked")).await("the question", any -> true);

      var from = (InternetAddress) mail.getFrom()[0];
      assertThat(from.getPersonal()).isEqualTo(member.name() + " via Tend");
      assertThat(from.getAddress()).isEqualTo("tend@firm.example");
      assertThat(mail.getReplyTo()[0].toString())
          .matches("reply\\+[0-9a-v]{47}@reply.firm.example");
      assertThat(mail.getMessageID()).matches("<[0-9a-f-]{36}@firm.example>");
      assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(mail.getHeader("List-Id")).containsExactly("<question.reply.firm.example>");
      assertThat(mail.getSentDate()).isNotNull();
      var words = (MimeMultipart) mail.getContent();
      assertThat(words.getContentType()).startsWith("multipart/alternative");
      assertThat(words.getBodyPart(0).getContentType())
          .containsIgnoringCase("text/plain; charset=utf-8");
      assertThat(words.getBodyPart(1).getContentType())
          .containsIgnoringCase("text/html; charset=utf-8");
      assertThat(words.getBodyPart(0).getContent().toString()).contains(member.name());

      var told = mails.await(2, event -> event.get().invitation().equals(invitation.id()));
      assertThat(told)
          .extracting(event -> event.get().state())
          .containsExactly(Mail.State.DUE, Mail.State.SENT);
      assertThat(told.getLast().get().answer()).startsWith("250");
      assertThat(told.getLast().key()).isEqualTo(member.id());
      assertThat(told.getLast().event().source()).isEqualTo("/notify");
    }
  }

  @Test
  void aQuestionThatComesBackIsShownAsBounced() {
    var member = member("Amy");
    var invitation = invitation(member, "Jane Gone", address("Jane Gone"));
    try (var mails = TopicReader.fromNow(BROKER, Topic.MAIL, Mail.class)) {
      topics.member(member, RECEIVED);
      topics.invitation(invitation, RECEIVED);
      topics.decision(decided(invitation, ASK));
      var sent =
          mails
              .await(
                  event ->
                      event.get().invitation().equals(invitation.id())
                          && event.get().state() == Mail.State.SENT)
              .get();
      var bounced =
          new Mail(
              sent.id(),
              member.id(),
              Mail.Kind.QUESTION,
              Mail.State.BOUNCED,
              invitation.id(),
              sent.messageId(),
              1,
              RECEIVED,
              null,
              "5.1.1 unknown user");

      topics.write(
          Topic.MAIL,
          member.id(),
          bounced,
          CloudEvent.on(Topic.MAIL, sent.id() + "/bounced", "/ingest/mail", RECEIVED));

      await("the bounce").untilAsserted(() -> assertThat(state(sent.id())).isEqualTo("bounced"));
    }
  }

  private String state(String mail) {
    return database.withHandle(
        handle ->
            handle
                .createQuery("select state from mails where id::text = :id")
                .bind("id", mail)
                .mapTo(String.class)
                .one());
  }

  @Test
  void asksNobodyTwiceForTheSameMember() {
    var member = member("Ben Ode");
    var first = invitation(member, "Jim Once");
    var second = invitation(member, "Jim Once");
    var last = invitation(member, "Jim Last");
    topics.member(member, RECEIVED);
    topics.decision(decided(second, ASK));
    topics.decision(decided(first, ASK));
    topics.invitation(first, RECEIVED);
    topics.invitation(second, RECEIVED);
    topics.decision(decided(first, ACCEPT, 2));
    topics.decision(decided(first, ASK, 3));
    topics.invitation(first, RECEIVED.plusSeconds(10));
    topics.invitation(last, RECEIVED);
    topics.decision(decided(last, ASK));

    RealMail.shared().mailbox(address("Jim Last")).await("the last question", any -> true);
    assertThat(RealMail.shared().mailbox(address("Jim Once")).mails()).hasSize(1);
  }

  @Test
  void asksWhenTheMemberIsKnownAtLast() {
    var member = member("Cleo Late");
    var invitation = invitation(member, "Ann Early");
    topics.decision(decided(invitation, ASK));
    topics.invitation(invitation, RECEIVED);
    topics.member(member, RECEIVED);

    RealMail.shared().mailbox(address("Ann Early")).await("the question", any -> true);
  }

  @Test
  void asksWhenTheMemberChoosesTo() {
    var member = member("Dora Own");
    var invitation = invitation(member, "Eve Chosen");
    topics.member(member, RECEIVED);
    topics.invitation(invitation, RECEIVED);
    topics.decision(decided(invitation, ACCEPT));
    topics.choice(
        new Choice(
            invitation.id(),
            member.id(),
            invitation.inviter().profile(),
            Choice.Kind.ASK,
            RECEIVED.plusSeconds(600)));

    RealMail.shared().mailbox(address("Eve Chosen")).await("the question", any -> true);
  }
}
