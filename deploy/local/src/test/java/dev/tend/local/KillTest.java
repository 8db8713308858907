package dev.tend.local;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tend.events.DeadLetter;
import dev.tend.events.Decision;
import dev.tend.events.DigestWishes;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.Topic;
import dev.tend.events.cast.AnInvitation;
import dev.tend.testing.Received;
import dev.tend.testing.TopicReader;
import dev.tend.testing.TopicWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} on each service while invitations pour in and garbage lies on the topics: nothing
 * is lost, nothing is decided twice, and the ledger says so. {@code
 * -Dtend.test.kill.invitations=10000} makes it longer.
 */
class KillTest {
  private static final int INVITATIONS = Integer.getInteger("tend.test.kill.invitations", 2_000);
  private static final int MEMBERS = 20;
  private static final int BATCH = 50;
  private static final int GARBAGE = 7;
  private static final Duration PATIENCE = Duration.ofSeconds(60 + INVITATIONS / 20);

  /** Stays when the test fails: it holds the logs. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void everyInvitationIsDecidedOnceWhateverIsKilled() throws Exception {
    var members =
        IntStream.range(0, MEMBERS)
            .mapToObj(
                i ->
                    aMember("Member " + i)
                        .ignoringWhenUnsure()
                        .wishing(new DigestWishes(DigestWishes.Every.OFF, null, null))
                        .build())
            .toList();
    var invitations = invitations(members);

    try (var tend = EndToEnd.start(folder)) {
      for (var member : members) {
        tend.put(member);
      }
      var taken = new AtomicInteger();
      try (var executor = Executors.newSingleThreadExecutor()) {
        var client = CompletableFuture.runAsync(() -> pour(tend, invitations, taken), executor);
        int mark = 0;
        for (var service : Service.values()) {
          mark += INVITATIONS / 5;
          int until = mark;
          await("the client goes on")
              .atMost(PATIENCE)
              .until(() -> taken.get() >= until || client.isDone());
          throwGarbage(tend.running().kafka());
          var child = tend.stack().service(service);
          child.kill();
          child.start();
          tend.stack().awaitReady(service);
        }
        client.join();
      }
      int garbage = GARBAGE * Service.values().length;

      await("the ledger is complete")
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                var ledger = tend.told("/api/ledger");
                assertThat(ledger.path("received").asInt())
                    .as("%s", ledger)
                    .isEqualTo(INVITATIONS + garbage);
                assertThat(ledger.path("dead").asInt()).as("%s", ledger).isEqualTo(garbage);
                assertThat(ledger.path("undecided").asInt()).as("%s", ledger).isZero();
                assertThat(ledger.path("balanced").asBoolean()).as("%s", ledger).isTrue();
              });
      eachIsDecidedOnce(tend.running().kafka(), invitations);
      // notify-service publishes its letters after it has committed them, in its own time
      await("every letter has arrived")
          .atMost(PATIENCE)
          .untilAsserted(() -> theGarbageIsAmongTheDeadLetters(tend.running().kafka()));
    }
  }

  private static List<Invitation> invitations(List<Member> members) {
    var invitations = new ArrayList<Invitation>();
    for (int i = 0; i < INVITATIONS; i++) {
      invitations.add(
          AnInvitation.from(aPerson("Inviter " + i / 2).at("Deloitte", "2010-01", "2012-12"))
              .to(members.get(i % MEMBERS))
              .id("kill-" + i)
              .build());
    }
    return invitations;
  }

  private static void pour(EndToEnd tend, List<Invitation> invitations, AtomicInteger taken) {
    for (int start = 0; start < invitations.size(); start += BATCH) {
      var batch = invitations.subList(start, Math.min(start + BATCH, invitations.size()));
      EndToEnd.untilTaken(() -> tend.post(batch));
      taken.addAndGet(batch.size());
    }
  }

  private static void throwGarbage(String kafka) {
    try (var writer = new TopicWriter(kafka)) {
      for (int i = 0; i < GARBAGE; i++) {
        writer.rawText(
            Topic.INVITATIONS, "in/somebody-" + i, i % 2 == 0 ? "not json" : "{\"id\":7}");
        writer.rawText(Topic.MEMBERS, "nobody-" + i, "{");
        writer.rawText(Topic.DECISIONS, "member." + i, "{\"verdict\":\"perhaps\"}");
      }
    }
  }

  private static void eachIsDecidedOnce(String kafka, List<Invitation> invitations) {
    try (var reader = TopicReader.fromStart(kafka, Topic.DECISIONS, Decision.class)) {
      var first =
          reader.passingOverGarbage().all().stream()
              .map(Received::get)
              .filter(decision -> decision.revision() == 1)
              .toList();
      var byInvitation = first.stream().collect(groupingBy(Decision::invitation));
      assertThat(byInvitation.entrySet().stream().filter(entry -> entry.getValue().size() > 1))
          .as("decided more than once")
          .isEmpty();
      assertThat(byInvitation.keySet())
          .isEqualTo(invitations.stream().map(Invitation::id).collect(toSet()));
    }
  }

  private static void theGarbageIsAmongTheDeadLetters(String kafka) {
    try (var reader = TopicReader.fromStart(kafka, Topic.DEAD_LETTERS, DeadLetter.class)) {
      var origins =
          reader.all().stream()
              .map(Received::get)
              .collect(groupingBy(DeadLetter::topic, mapping(DeadLetter::origin, toSet())));
      int each = GARBAGE * Service.values().length;
      for (var topic : List.of(Topic.INVITATIONS, Topic.MEMBERS, Topic.DECISIONS)) {
        assertThat(origins.get(topic.fullName())).as(topic.fullName()).hasSize(each);
      }
    }
  }
}
