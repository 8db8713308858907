package dev.tend.local;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.events.cast.APerson.profileOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tend.events.Member;
import dev.tend.events.cast.AnInvitation;
import dev.tend.testing.Parts;
import dev.tend.testing.RealBroker;
import dev.tend.testing.RealDatabase;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The main job, once from end to end: HTTP, Kafka, the stream, PostgreSQL, SMTP and IMAP. */
class JourneyTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Stays when the test fails: it holds the logs. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void anInvitationBecomesADecisionAndAMail() throws Exception {
    journey(plan -> plan);
  }

  @Test
  @EnabledIf("anEngineAnswers")
  void anInvitationBecomesADecisionAndAMailInContainers() throws Exception {
    var broker = RealBroker.shared();
    var database = RealDatabase.shared();
    journey(
        plan ->
            plan.on(
                broker.bootstrapServers(),
                new DatabaseAddress(database.jdbcUrl(), database.user(), database.password())));
  }

  static boolean anEngineAnswers() {
    return Parts.chosen() == Parts.DOCKER;
  }

  private void journey(UnaryOperator<Plan> where) throws Exception {
    var soon = Map.of("TEND_NOTIFY_QUESTION_DELAY", "PT1S");
    try (var tend = EndToEnd.start(folder, plan -> where.apply(plan).with(soon))) {
      nobodyGetsInWithoutAToken(tend);

      var amy =
          aMember("Amy Chen")
              .growing()
              .blocking(profileOf("Max Power"))
              .whoIs(aPerson("Amy Chen").at("Deloitte", "2010-01", "2014-08"))
              .build();
      tend.put(amy);
      var colleague =
          AnInvitation.from(aPerson("Dana Reed").at("Deloitte LLP", "2011-03", "2013-12"))
              .to(amy)
              .id("colleague")
              .saying("We sat two desks apart at Deloitte!")
              .build();
      var unknown =
          AnInvitation.from(
                  aPerson("Sam Okoro").with(person -> person.email("sam.okoro@elsewhere.example")))
              .to(amy)
              .id("unknown")
              .build();
      var blocked =
          AnInvitation.from(aPerson("Max Power"))
              .to(amy)
              .id("blocked")
              .saying("Once more!")
              .build();
      tend.postAccepted(colleague, unknown, blocked);

      assertThat(verdict(tend, amy, "colleague")).isEqualTo("accept");
      assertThat(verdict(tend, amy, "unknown")).isEqualTo("ask");
      assertThat(verdict(tend, amy, "blocked")).isEqualTo("ignore");

      theReasonsAreTold(tend, amy);
      theLedgerBalances(tend, 3);
      theInviterIsAsked(tend);
      theDigestTellsAllOfThem(tend, amy);
    }
  }

  private static void nobodyGetsInWithoutAToken(EndToEnd tend) throws Exception {
    var ledger = tend.anonymously(URI.create(tend.running().notifyUrl() + "/api/ledger"));
    assertThat(ledger.statusCode()).isEqualTo(401);
    assertThat(ledger.headers().firstValue("WWW-Authenticate")).isPresent();
  }

  private static String verdict(EndToEnd tend, Member member, String invitation) {
    var path = "/api/members/" + member.id() + "/invitations/" + invitation;
    return await("a verdict on " + invitation)
        .atMost(PATIENCE)
        .until(() -> tend.told(path).path("verdict").asText(""), verdict -> !isNone(verdict));
  }

  private static boolean isNone(String verdict) {
    return verdict.isEmpty() || verdict.equals("null");
  }

  private static void theReasonsAreTold(EndToEnd tend, Member amy) throws Exception {
    var told = tend.told("/api/members/" + amy.id() + "/invitations/colleague");
    assertThat(told.path("signals").findValuesAsText("name")).contains("same-employer");
    assertThat(told.path("signals").findValuesAsText("evidence"))
        .anySatisfy(evidence -> assertThat(evidence).contains("Deloitte"));
    assertThat(told.path("summary").asText()).isNotBlank();
    assertThat(told.path("inviter").path("name").asText()).isEqualTo("Dana Reed");
    assertThat(told.path("note").asText()).contains("two desks apart");
    assertThat(tend.told("/api/members/" + amy.id() + "/invitations").path("items")).hasSize(3);
  }

  private static void theLedgerBalances(EndToEnd tend, int received) throws Exception {
    var ledger = tend.told("/api/ledger");
    assertThat(ledger.path("received").asInt()).as("received: %s", ledger).isEqualTo(received);
    assertThat(ledger.path("undecided").asInt()).as("undecided: %s", ledger).isZero();
    assertThat(ledger.path("balanced").asBoolean()).as("balanced: %s", ledger).isTrue();
  }

  private void theInviterIsAsked(EndToEnd tend) throws Exception {
    var inbox = tend.mailbox("sam.okoro@elsewhere.example");
    var question = inbox.await("a question", _ -> true);
    assertThat(text(question)).contains("Amy Chen");
    assertThat(question.getReplyTo()[0].toString()).contains("@reply.firm.example");
    try (var files = Files.list(folder.resolve("mail").resolve("sam.okoro@elsewhere.example"))) {
      assertThat(files).hasSize(1);
    }
  }

  private static void theDigestTellsAllOfThem(EndToEnd tend, Member amy) throws Exception {
    assertThat(tend.postToNotify("/api/members/" + amy.id() + "/digests")).isEqualTo(202);
    var digest = tend.mailbox(amy.email()).await("a digest", _ -> true);
    assertThat(text(digest)).contains("Dana Reed", "Sam Okoro", "Max Power");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(tend.told("/api/mail").path("items"))
                    .hasSize(2)
                    .allSatisfy(mail -> assertThat(mail.path("state").asText()).isEqualTo("sent")));
  }

  /** All text of a mail, whatever its parts. */
  private static String text(MimeMessage mail) throws Exception {
    return text((jakarta.mail.Part) mail);
  }

  private static String text(jakarta.mail.Part part) throws Exception {
    if (part.isMimeType("text/*")) {
      return String.valueOf(part.getContent());
    }
    if (part.getContent() instanceof jakarta.mail.Multipart parts) {
      var all = new StringBuilder();
      for (int i = 0; i < parts.getCount(); i++) {
        all.append(text(parts.getBodyPart(i))).append('\n');
      }
      return all.toString();
    }
    return "";
  }
}
