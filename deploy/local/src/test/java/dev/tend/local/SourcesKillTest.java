package dev.tend.local;

import static dev.tend.events.cast.AMember.aMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tend.events.DigestWishes;
import dev.tend.events.Member;
import dev.tend.testing.linkedin.LinkedInStandIn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} on ingest-service while invitations come in through all doors at once, each over
 * its real protocol: every one is decided once, and the ledger says so.
 */
class SourcesKillTest {
  // each source has a member of its own, so that its invitations can be counted
  private static final Member ASKED_BY_CLIENT = member("Amy Chen");
  private static final Member ASKED_BY_PROVIDER = member("Bela Nagy");
  private static final Member ASKED_BY_MAIL = member("Cleo Park");
  private static final Member WHO_CONSENTED = member("Dora Blum");

  /** Each sends an archive that is being read when ingest-service is killed. */
  private static final List<Member> WITH_ARCHIVES =
      List.of(member("Ezra Cole"), member("Finn Duffy"));

  private static final List<Member> MEMBERS =
      Stream.concat(
              Stream.of(ASKED_BY_CLIENT, ASKED_BY_PROVIDER, ASKED_BY_MAIL, WHO_CONSENTED),
              WITH_ARCHIVES.stream())
          .toList();

  private static final int ROUNDS_BETWEEN = 12;
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** Stays when the test fails: it holds the logs. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void everyInvitationOfEverySourceIsDecidedOnce() throws Exception {
    try (var linkedin = LinkedInStandIn.start();
        var tend = EndToEnd.start(folder, plan -> plan.with(settings(linkedin)))) {
      for (var member : MEMBERS) {
        tend.put(member);
      }
      var sources =
          List.of(
              new ClientSource(tend, ASKED_BY_CLIENT),
              new ProviderSource(tend, ASKED_BY_PROVIDER),
              new MailSource(tend, ASKED_BY_MAIL),
              ConsentSource.agreed(tend, linkedin, WHO_CONSENTED));

      int rounds = killedInTheMiddle(tend, sources);

      int each = rounds * LiveSource.SHARE;
      await("the ledger is complete")
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertBalanced(
                      tend, each * sources.size() + ArchiveUpload.MANY * WITH_ARCHIVES.size()));
      assertDecided(tend, ASKED_BY_CLIENT, "/ingest/http", each);
      assertDecided(tend, ASKED_BY_PROVIDER, "/ingest/webhook", each);
      assertDecided(tend, ASKED_BY_MAIL, "/ingest/mail", each);
      assertDecided(tend, WHO_CONSENTED, "/ingest/portability", each);
      for (var member : WITH_ARCHIVES) {
        assertDecided(tend, member, "/ingest/archive", ArchiveUpload.MANY);
      }
    }
  }

  private static Member member(String name) {
    return aMember(name)
        .ignoringWhenUnsure()
        .wishing(new DigestWishes(DigestWishes.Every.OFF, null, null))
        .build();
  }

  private static Map<String, String> settings(LinkedInStandIn linkedin) {
    var settings = new HashMap<String, String>();
    settings.putAll(ProviderSource.settings(ASKED_BY_PROVIDER));
    settings.putAll(MailSource.settings());
    settings.putAll(ConsentSource.settings(linkedin));
    return settings;
  }

  /**
   * Lets the sources go on in rounds until ingest-service was killed once for each archive and is
   * back, so that none is done before.
   *
   * @return how many rounds there were
   */
  private static int killedInTheMiddle(EndToEnd tend, List<? extends LiveSource> sources)
      throws Exception {
    var rounds = new AtomicInteger();
    var over = new AtomicBoolean();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var coming =
          CompletableFuture.runAsync(
              () -> {
                while (!over.get()) {
                  round(executor, sources, rounds.get());
                  rounds.incrementAndGet();
                }
              },
              executor);
      try {
        for (var member : WITH_ARCHIVES) {
          awaitMore(rounds, coming);
          ArchiveUpload.uploadedInPart(tend, member);
          var ingest = tend.stack().service(Service.INGEST);
          ingest.kill();
          ingest.start();
          tend.stack().awaitReady(Service.INGEST);
        }
        awaitMore(rounds, coming);
      } finally {
        over.set(true);
      }
      coming.join();
    }
    return rounds.get();
  }

  private static void awaitMore(AtomicInteger rounds, CompletableFuture<?> coming) {
    int until = rounds.get() + ROUNDS_BETWEEN;
    await("the sources go on")
        .atMost(PATIENCE)
        .until(() -> rounds.get() >= until || coming.isDone());
    assertThat(coming).isNotDone();
  }

  /** All sources at once tell of their share of a round. */
  private static void round(
      ExecutorService executor, List<? extends LiveSource> sources, int round) {
    var shares =
        sources.stream()
            .map(
                source ->
                    CompletableFuture.runAsync(
                        () -> source.tell(round * LiveSource.SHARE), executor))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(shares).join();
  }

  private static void assertBalanced(EndToEnd tend, int received) throws Exception {
    var ledger = tend.told("/api/ledger");
    assertThat(ledger.path("received").asInt()).as("%s", ledger).isEqualTo(received);
    assertThat(ledger.path("undecided").asInt()).as("%s", ledger).isZero();
    assertThat(ledger.path("dead").asInt()).as("%s", ledger).isZero();
    assertThat(ledger.path("balanced").asBoolean()).as("%s", ledger).isTrue();
  }

  /** A member's invitations are so many, all decided, and of no other source. */
  private static void assertDecided(EndToEnd tend, Member member, String source, int many)
      throws Exception {
    int decided = 0;
    var path = "/api/members/" + member.id() + "/invitations";
    var next = "";
    do {
      var page = tend.told(path + "?page=" + next);
      for (var invitation : page.path("items")) {
        assertThat(invitation.path("sources")).as("%s", invitation).hasSize(1);
        assertThat(invitation.path("sources").get(0).asText()).isEqualTo(source);
        assertThat(invitation.path("verdict").asText()).as("%s", invitation).isNotEmpty();
        decided++;
      }
      next = page.path("next").asText("");
    } while (!next.isEmpty());
    assertThat(decided).as("decided for %s, from %s", member.id(), source).isEqualTo(many);
  }
}
