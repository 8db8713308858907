package dev.tend.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tend.events.Member;
import dev.tend.events.Topic;
import dev.tend.events.cast.AMember;
import dev.tend.testing.Mailbox;
import dev.tend.testing.TopicReader;
import dev.tend.testing.TopicWriter;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the parts of the stack took is there again after a restart. */
class KeptPartsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Instant NOW = Instant.parse("2026-02-09T14:37:00Z");

  @TempDir Path folder;

  @Test
  void theBrokerKeepsItsRecords() throws Exception {
    try (var data = DataFolder.open(folder)) {
      var leftovers = new Leftovers(data.folder("run"));
      var amy = AMember.aMember("Amy Chen").build();
      var first = Broker.in(data, Ports.anyFree(), leftovers);
      first.start();
      Broker.createTopics(first.address());
      try (var writer = new TopicWriter(first.address())) {
        writer.member(amy, NOW);
      }
      first.child().stop(PATIENCE);

      var second = Broker.in(data, Ports.anyFree(), leftovers);
      second.start();
      try (var reader = TopicReader.fromStart(second.address(), Topic.MEMBERS, Member.class)) {
        assertThat(reader.await(record -> record.key().equals("amy.chen")).get()).isEqualTo(amy);
      } finally {
        second.child().stop(PATIENCE);
      }
    }
  }

  @Test
  void theDatabaseKeepsItsRowsAndWantsItsPassword() throws Exception {
    try (var data = DataFolder.open(folder)) {
      var leftovers = new Leftovers(data.folder("run"));
      var secrets = Secrets.of(data);
      try (var first = Database.start(data, Ports.anyFree(), secrets, leftovers)) {
        try (var connection = connect(first.address());
            var statement = connection.createStatement()) {
          statement.execute("create table kept as select 42 as answer");
        }
        var stranger = new DatabaseAddress(first.address().jdbcUrl(), "tend", "tend");
        assertThatThrownBy(() -> connect(stranger)).hasMessageContaining("password");
      }
      try (var second = Database.start(data, Ports.anyFree(), secrets, leftovers);
          var connection = connect(second.address());
          var rows = connection.createStatement().executeQuery("select answer from kept")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getInt(1)).isEqualTo(42);
      }
    }
  }

  @Test
  void theMailServerKeepsItsMailsAsFiles() throws Exception {
    var folders = new MailFolders(folder, InstantSource.fixed(NOW));
    int smtp = Ports.anyFree();
    int imap = Ports.anyFree();
    try (var _ = MailServer.start(smtp, imap, folders)) {
      assertThat(new Mailbox("127.0.0.1", imap, "amy.chen@tend.example").mails()).isEmpty();
      send(smtp, "Amy.Chen@tend.example", "First");
      send(smtp, "amy.chen@tend.example", "Second");
    }
    try (var files = Files.list(folder.resolve("amy.chen@tend.example"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "20260209-143700-000-0001.eml", "20260209-143700-000-0002.eml");
    }
    try (var _ = MailServer.start(smtp, imap, folders)) {
      var mails = new Mailbox("127.0.0.1", imap, "amy.chen@tend.example").mails();
      assertThat(mails).hasSize(2);
      assertThat(mails.getFirst().getSubject()).isEqualTo("First");
      assertThat(mails.getLast().getContent()).asString().contains("Good morning, Amy.");
    }
  }

  @Test
  void anAddressNeverLeavesTheFolderOfMails() {
    assertThat(MailFolders.folderName("../../etc/x@y")).doesNotContain("/").doesNotStartWith(".");
    assertThat(MailFolders.folderName("amy+tend@tend.example")).isEqualTo("amy+tend@tend.example");
  }

  private static void send(int port, String to, String subject) throws Exception {
    var settings = new Properties();
    settings.setProperty("mail.smtp.host", "127.0.0.1");
    settings.setProperty("mail.smtp.port", Integer.toString(port));
    var mail = new MimeMessage(Session.getInstance(settings));
    mail.setFrom("tend@tend.example");
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
    mail.setSubject(subject);
    mail.setText("Good morning, Amy.");
    Transport.send(mail);
  }

  private static java.sql.Connection connect(DatabaseAddress address) throws Exception {
    return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
  }
}
