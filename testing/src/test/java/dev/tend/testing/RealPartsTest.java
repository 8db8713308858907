package dev.tend.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Invitation;
import dev.tend.events.Person;
import dev.tend.events.PersonBuilder;
import dev.tend.events.PersonKey;
import dev.tend.events.Topic;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class RealPartsTest {
  private static final Instant RECEIVED = Instant.parse("2026-02-09T14:37:00Z");
  private static final Person DANA =
      PersonBuilder.person(PersonKey.of("in/dana-ito"), "Dana Ito").build();

  @Test
  void whatIsWrittenToATopicCanBeAwaitedThere() {
    var broker = RealBroker.shared().bootstrapServers();
    try (var reader = TopicReader.fromNow(broker, Topic.INVITATIONS, Invitation.class);
        var writer = new TopicWriter(broker)) {
      writer.invitation(
          new Invitation("4711", "amy.chen", DANA, "", null, null, List.of()), RECEIVED);

      var received = reader.await(record -> record.key().equals("in/dana-ito"));

      assertThat(received.get().member()).isEqualTo("amy.chen");
      assertThat(received.event().id()).isEqualTo("4711");
      assertThat(received.event().time()).isEqualTo(RECEIVED);
      assertThat(reader.all()).hasSize(1);
    }
  }

  @Test
  void theSharedBrokerIsOne() {
    assertThat(RealBroker.shared().bootstrapServers())
        .isEqualTo(RealBroker.shared().bootstrapServers());
  }

  @Test
  void theDatabaseIsAPostgres18() throws SQLException {
    try (var connection = RealDatabase.shared().connect();
        var rows = connection.createStatement().executeQuery("show server_version_num")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isBetween(180_000, 189_999);
    }
  }

  @Test
  void aMailThatIsSentLiesInTheMailboxOfItsAddress() throws Exception {
    var server = RealMail.shared();
    var settings = new Properties();
    settings.setProperty("mail.smtp.host", server.host());
    settings.setProperty("mail.smtp.port", Integer.toString(server.smtpPort()));
    var mail = new MimeMessage(Session.getInstance(settings));
    mail.setFrom("tend@tend.example");
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress("amy.chen@tend.example"));
    mail.setSubject("Three people would like to connect");
    mail.setText("Good morning.");

    assertThat(server.mailbox("amy.chen@tend.example").mails()).isEmpty();
    Transport.send(mail);

    var received = server.mailbox("amy.chen@tend.example").awaitSubject("would like to connect");
    assertThat(received.getContent()).asString().contains("Good morning.");
  }

  @Test
  void tokensCarryTheirRoles() {
    var claims = Tokens.of("member").split("\\.", -1)[1];

    assertThat(new String(Base64.getUrlDecoder().decode(claims), UTF_8))
        .contains("\"groups\":[\"member\"]");
    assertThat(Tokens.publicKey()).startsWith("MIIBIjAN");
  }
}
