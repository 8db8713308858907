package dev.tend.ingest.mailbox;

import static dev.tend.ingest.mailbox.AMail.aMail;
import static dev.tend.ingest.mailbox.AMail.aNotice;
import static dev.tend.ingest.mailbox.ReadingMailbox.reading;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.ingest.poll.Turn;
import dev.tend.testing.RealMail;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over a real IMAP server. */
class ImapMailboxTest {
  private RealMail server;

  @BeforeEach
  void start() {
    server = RealMail.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whatLiesThereIsReadInItsOrderAndWhatComesIsReadAtOnce() {
    deliver(1, 2);
    try (var mailbox = reading(AMailbox.on(server))) {
      assertThat(mailbox.await(2)).containsExactly("linkedin-1", "linkedin-2");

      // the renewal is minutes away, so only IDLE can tell
      deliver(3);
      assertThat(mailbox.await(3)).endsWith("linkedin-3");
    }
  }

  @Test
  void whatWasReadIsNotReadAgain() {
    deliver(1, 2);
    var position = "";
    try (var mailbox = reading(AMailbox.on(server))) {
      var _ = mailbox.await(2);
      position = mailbox.position();
    }
    deliver(3);
    try (var mailbox = reading(AMailbox.on(server), Map.of(Turn.POSITION, position))) {
      assertThat(mailbox.await(1)).containsExactly("linkedin-3");
    }
  }

  @Test
  void newNumbersOfTheServerMeanTheBeginning() {
    deliver(1, 2);
    try (var mailbox = reading(AMailbox.on(server), Map.of(Turn.POSITION, "1 99"))) {
      assertThat(mailbox.await(2)).containsExactly("linkedin-1", "linkedin-2");
    }
  }

  @Test
  void nothingInTheMailboxIsChanged() throws MessagingException {
    deliver(1);
    try (var mailbox = reading(AMailbox.on(server))) {
      var _ = mailbox.await(1);
    }
    var mails = server.mailbox(AMailbox.ADDRESS).mails();
    assertThat(mails).hasSize(1);
    assertThat(mails.getFirst().isSet(Flags.Flag.SEEN)).isFalse();
  }

  @Test
  void mailThatBecameAnEventIsMovedWhereItIsWantedAndOtherMailStays() {
    deliver(1);
    server.deliver(AMailbox.ADDRESS, aMail().saying("Lunch?").build());
    try (var mailbox = reading(AMailbox.on(server).moving("Tend"))) {
      var _ = mailbox.await(1);
      Awaitility.await("the move")
          .until(() -> server.mailbox(AMailbox.ADDRESS).mails().size() == 1);
      deliver(2);
      assertThat(mailbox.await(2)).containsExactly("linkedin-1", "linkedin-2");
    }
  }

  @Test
  void aMailThatIsTooLargeOrNoneIsPassedOver() {
    server.deliver(AMailbox.ADDRESS, aMail().saying("x".repeat(200_000)).build());
    server.deliver(AMailbox.ADDRESS, "Subject: no sender\r\n\r\nx".getBytes(UTF_8));
    deliver(1);
    try (var mailbox = reading(AMailbox.on(server))) {
      assertThat(mailbox.await(1)).containsExactly("linkedin-1");
      mailbox.awaitPosition(3);
    }
  }

  @Test
  void manyMailsComeInSeveralTransactions() {
    for (int i = 0; i < 120; i++) {
      deliver(i);
    }
    try (var mailbox = reading(AMailbox.on(server))) {
      assertThat(mailbox.await(120)).doesNotHaveDuplicates();
    }
  }

  @Test
  void aServerThatComesBackIsReadOn() {
    int port = server.imapPort();
    deliver(1);
    try (var mailbox = reading(AMailbox.on(port))) {
      var _ = mailbox.await(1);
      server.close();
      assertThat(mailbox.trouble()).contains("connection");

      server = RealMail.startWithImapAt(port);
      deliver(1, 2);
      mailbox.awaitEvent("linkedin-2");
    }
  }

  @Test
  void theServerIsKnownByItsCertificate(@TempDir Path folder)
      throws InterruptedException, IOException {
    var keys = folder.resolve("keys.p12");
    keytool("-genkeypair", keys, "-keyalg", "RSA", "-dname", "CN=mail", "-ext", "san=ip:127.0.0.1");
    var certificate = folder.resolve("mail.pem");
    keytool("-exportcert", keys, "-rfc", "-file", certificate.toString());
    try (var tls = RealMail.startWithTls(keys, "changeit")) {
      tls.deliver(AMailbox.ADDRESS, notice(1));
      try (var mailbox = reading(AMailbox.on(tls).overTls(certificate))) {
        assertThat(mailbox.await(1)).containsExactly("linkedin-1");
      }
      try (var mailbox = reading(AMailbox.on(tls).overTls())) {
        assertThat(mailbox.trouble()).contains("connection");
      }
    }
  }

  @Test
  void thePasswordIsReadFromAFileAtEachConnection(@TempDir Path folder) throws IOException {
    deliver(1);
    var file = folder.resolve("password");
    try (var mailbox = reading(AMailbox.on(server).withPasswordIn(file))) {
      assertThat(mailbox.trouble()).contains("password file");
      Files.writeString(file, "wrong\n");
      Files.writeString(file, AMailbox.ADDRESS + "\n");
      assertThat(mailbox.await(1)).containsExactly("linkedin-1");
    }
  }

  private void deliver(int... numbers) {
    for (int number : numbers) {
      server.deliver(AMailbox.ADDRESS, notice(number));
    }
  }

  private static byte[] notice(int number) {
    return aNotice("Rosa Lund", "rosa-lund", Integer.toString(number), "Hi").build();
  }

  private static void keytool(String command, Path store, String... more)
      throws IOException, InterruptedException {
    var all = new java.util.ArrayList<String>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    all.addAll(
        java.util.List.of(
            command,
            "-alias",
            "mail",
            "-keystore",
            store.toString(),
            "-storepass",
            "changeit",
            "-storetype",
            "PKCS12"));
    all.addAll(java.util.List.of(more));
    var process = new ProcessBuilder(all).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
