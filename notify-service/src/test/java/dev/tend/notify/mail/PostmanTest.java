package dev.tend.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Mail;
import dev.tend.notify.Bench;
import dev.tend.notify.NotifyConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostmanTest {
  private static final Instant NOW = Instant.parse("2026-02-09T12:30:00Z");
  private static final String FINE = "250 queued as 4711";

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private static Bench bench;
  private static Jdbi database;

  @BeforeAll
  static void start() {
    bench = Bench.at(NOW);
    database = bench.jdbi();
  }

  @BeforeEach
  void clear() {
    bench.clear(NOW);
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  @Test
  void sendsAllThatIsDueOverOneConnection() throws Exception {
    try (var server = ScriptedSmtp.answering(command -> FINE)) {
      var mails = add(server, 30);
      var notYet = add(server, 1, NOW.plusSeconds(1));

      assertThat(postman(server).work()).isFalse();

      assertThat(server.accepted()).containsExactlyInAnyOrderElementsOf(messageIds(mails));
      assertThat(server.conversations()).isEqualTo(1);
      assertThat(states(mails)).containsOnly("sent");
      assertThat(states(notYet)).containsOnly("due");
      assertThat(one("select answer from mails where state = 'sent' limit 1")).isEqualTo(FINE);
      assertThat(one("select count(*) from outgoing where topic = 'MAIL'")).isEqualTo("61");
      assertThat(meters.counter("tend.mails", "kind", "question", "state", "sent").count())
          .isEqualTo(30);
    }
  }

  @Test
  void triesAgainLaterWhenTheServerSaysSo() throws Exception {
    var refusals = new ConcurrentHashMap<String, Integer>();
    try (var server =
        ScriptedSmtp.answering(
            command ->
                command.startsWith("RCPT") && refusals.merge(command, 1, Integer::sum) <= 2
                    ? "451 greylisted"
                    : FINE)) {
      var mails = add(server, 3);
      var postman = postman(server);

      postman.work();
      assertThat(states(mails)).containsOnly("due");
      postman.work();
      assertThat(one("select max(attempts) from mails"))
          .as("before the back-off is over")
          .isEqualTo("1");
      bench.setTime(NOW.plusSeconds(2));
      postman.work();
      bench.setTime(NOW.plusSeconds(4));
      postman.work();

      assertThat(states(mails)).containsOnly("sent");
      assertThat(server.accepted()).containsExactlyInAnyOrderElementsOf(messageIds(mails));
      assertThat(one("select count(*) from mail_attempts where outcome = 'later'")).isEqualTo("6");
      assertThat(one("select min(answer) from mail_attempts where outcome = 'later'"))
          .startsWith("451 greylisted");
    }
  }

  @Test
  void givesUpWhatIsRefusedForGood() throws Exception {
    try (var server =
        ScriptedSmtp.answering(
            command -> command.startsWith("RCPT") ? "550 5.1.1 no such mailbox" : FINE)) {
      var mails = add(server, 1);
      postman(server).work();

      assertThat(states(mails)).containsOnly("failed");
      assertThat(one("select answer from mails")).startsWith("550 5.1.1 no such mailbox");
    }
  }

  @Test
  void givesUpAfterTheLastAttempt() throws Exception {
    try (var server = ScriptedSmtp.answering(command -> "452 full")) {
      var config = config(server, Map.of("tend.notify.mail.attempts", "3"));
      var mails = add(config, 1, NOW);
      var postman = postman(config);
      for (int i = 0; i < 5; i++) {
        bench.setTime(NOW.plusSeconds(10L * i));
        postman.work();
      }
      assertThat(states(mails)).containsOnly("failed");
      assertThat(one("select attempts from mails")).isEqualTo("3");
    }
  }

  @Test
  void survivesAServerThatFailsHalfWayAndComesBack() throws Exception {
    var ends = new ConcurrentHashMap<String, Integer>();
    var chance = new Random(11);
    try (var server =
        ScriptedSmtp.answering(
            command -> {
              boolean again = ends.merge(command, 1, Integer::sum) > 1;
              return again || chance.nextInt(3) > 0 ? FINE : ScriptedSmtp.HANG_UP;
            })) {
      var mails = add(server, 60);
      var postman = postman(server);
      for (int i = 0; i < 300 && !states(mails).stream().allMatch("sent"::equals); i++) {
        bench.setTime(NOW.plusSeconds(i));
        postman.work();
      }
      assertThat(states(mails)).containsOnly("sent");
      assertThat(server.accepted()).containsExactlyInAnyOrderElementsOf(messageIds(mails));
    }
  }

  @Test
  void waitsForAServerThatIsAway() throws Exception {
    int port;
    try (var server = ScriptedSmtp.answering(command -> FINE)) {
      port = server.port();
    }
    var config = config(port, Map.of());
    var mails = add(config, 3, NOW);
    postman(config).work();

    assertThat(states(mails)).containsOnly("due");
    assertThat(one("select sum(attempts) from mails")).as("one was tried").isEqualTo("1");
  }

  @Test
  void takesUpAgainTheOneMailOfASenderThatDied() throws Exception {
    try (var server = ScriptedSmtp.answering(command -> FINE)) {
      var mails = add(server, 3);
      var config = config(server, Map.of());
      var lost = database.inTransaction(outbox(config)::claim).orElseThrow();

      postman(server).work();
      assertThat(server.accepted()).hasSize(2).doesNotContain(lost.messageId());

      bench.setTime(NOW.plus(config.mail().lease()));
      postman(server).work();
      assertThat(server.accepted()).containsExactlyInAnyOrderElementsOf(messageIds(mails));

      var late = new Delivery(Delivery.Outcome.REFUSED, "554 too late", true);
      database.useTransaction(
          transaction -> outbox(config).settle(transaction, lost, late, bench.time().instant()));
      assertThat(states(mails)).as("the dead sender's word").containsOnly("sent");
    }
  }

  @Test
  void doesNotSendWhatWasWithdrawn() throws Exception {
    try (var server = ScriptedSmtp.answering(command -> "451 later")) {
      var mails = add(server, 2);
      var outbox = outbox(config(server, Map.of()));
      var inFlight = database.inTransaction(outbox::claim).orElseThrow();
      for (var mail : mails) {
        database.useTransaction(
            transaction -> outbox.withdraw(transaction, mail, "The verdict is no longer to ask."));
      }
      var delivery = new Delivery(Delivery.Outcome.LATER, "451 later", true);
      database.useTransaction(
          transaction -> outbox.settle(transaction, inFlight, delivery, NOW.plusSeconds(1)));

      assertThat(states(mails)).containsOnly("suppressed");
      assertThat(one("select min(answer) from mails"))
          .isEqualTo("The verdict is no longer to ask.");
    }
  }

  @Test
  void sharesTheWorkWithoutSendingTwice() throws Exception {
    try (var server = ScriptedSmtp.answering(command -> FINE);
        var threads = Executors.newFixedThreadPool(4)) {
      var mails = add(server, 200);
      var done = new ArrayList<java.util.concurrent.Future<?>>();
      for (int i = 0; i < 4; i++) {
        done.add(
            threads.submit(
                () -> {
                  var postman = postman(server);
                  while (postman.work()) {}
                }));
      }
      for (var one : done) {
        one.get(60, java.util.concurrent.TimeUnit.SECONDS);
      }
      assertThat(server.accepted())
          .hasSize(200)
          .containsExactlyInAnyOrderElementsOf(messageIds(mails));
    }
  }

  private NotifyConfig config(ScriptedSmtp server, Map<String, String> otherwise) {
    return config(server.port(), otherwise);
  }

  private static NotifyConfig config(int port, Map<String, String> otherwise) {
    var settings = new java.util.HashMap<>(otherwise);
    settings.put("tend.notify.smtp.port", Integer.toString(port));
    return Bench.config(settings);
  }

  private Outbox outbox(NotifyConfig config) {
    return new Outbox(bench.time(), meters, config);
  }

  private Postman postman(ScriptedSmtp server) {
    return postman(config(server, Map.of()));
  }

  private Postman postman(NotifyConfig config) {
    return new Postman(database, outbox(config), config, bench.time(), new Random(5));
  }

  private List<UUID> add(ScriptedSmtp server, int number) {
    return add(server, number, NOW);
  }

  private List<UUID> add(ScriptedSmtp server, int number, Instant due) {
    return add(config(server, Map.of()), number, due);
  }

  private List<UUID> add(NotifyConfig config, int number, Instant due) {
    var ids = new ArrayList<UUID>();
    for (int i = 0; i < number; i++) {
      var id = UUID.randomUUID();
      ids.add(id);
      var letter =
          new Letter(
              id,
              Mail.Kind.QUESTION,
              "amy.chen",
              "4711",
              "Zoë Ångström via Tend",
              "jane" + i + "@invited.example",
              "reply+" + id + "@reply.firm.example",
              new Rendered("Wie kennen wir uns? – Zoë", "<p>Grüße 👋</p>", "Grüße 👋\n"),
              due);
      database.useTransaction(transaction -> outbox(config).add(transaction, letter));
    }
    return ids;
  }

  private static List<String> messageIds(List<UUID> mails) {
    return mails.stream().map(mail -> "<" + mail + "@firm.example>").toList();
  }

  private List<String> states(List<UUID> mails) {
    return database.withHandle(
        handle ->
            handle
                .createQuery("select state from mails where id::text = any(:ids)")
                .bindArray("ids", String.class, mails.stream().map(UUID::toString).toList())
                .mapTo(String.class)
                .list());
  }

  private String one(String sql) {
    return database.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }
}
