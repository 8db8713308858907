package dev.tend.local;

import static dev.tend.events.cast.AMember.aMember;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tend.events.DigestWishes;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} on ingest-service while a provider delivers, which delivers again what was not
 * taken and, as providers do, some of what was: each invitation is decided once.
 */
class WebhookKillTest {
  private static final int DELIVERIES = 60;
  private static final int EACH = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String SECRET = "a-secret-of-the-provider";

  /** Stays when the test fails: it holds the logs. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void everyInvitationOfAProviderIsDecidedOnce() throws Exception {
    var settings =
        Map.of(
            "TEND_INGEST_WEBHOOKS_UNIPILE_MAPPING", "unipile",
            "TEND_INGEST_WEBHOOKS_UNIPILE_SECRETS", SECRET,
            "TEND_INGEST_WEBHOOKS_UNIPILE_ACCOUNTS_ACC", "amy.chen");
    try (var tend = EndToEnd.start(folder, plan -> plan.with(settings))) {
      tend.put(
          aMember("Amy Chen")
              .ignoringWhenUnsure()
              .wishing(new DigestWishes(DigestWishes.Every.OFF, null, null))
              .build());
      var taken = new AtomicInteger();
      try (var executor = Executors.newSingleThreadExecutor()) {
        var provider = CompletableFuture.runAsync(() -> deliverAll(tend, taken), executor);
        for (int kill = 1; kill <= 2; kill++) {
          int until = kill * DELIVERIES / 3;
          await("the provider goes on")
              .atMost(PATIENCE)
              .until(() -> taken.get() >= until || provider.isDone());
          var ingest = tend.stack().service(Service.INGEST);
          ingest.kill();
          ingest.start();
          tend.stack().awaitReady(Service.INGEST);
        }
        provider.join();
      }

      await("the ledger is complete")
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                var ledger = tend.told("/api/ledger");
                assertThat(ledger.path("received").asInt())
                    .as("%s", ledger)
                    .isEqualTo(DELIVERIES * EACH);
                assertThat(ledger.path("undecided").asInt()).as("%s", ledger).isZero();
                assertThat(ledger.path("dead").asInt()).as("%s", ledger).isZero();
                assertThat(ledger.path("balanced").asBoolean()).as("%s", ledger).isTrue();
              });
    }
  }

  private static void deliverAll(EndToEnd tend, AtomicInteger taken) {
    for (int number = 0; number < DELIVERIES; number++) {
      int delivery = number;
      await("a delivery is taken")
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> isTaken(tend, delivery));
      if (number % 5 == 0) {
        // the answer was lost on its way to the provider
        var _ = isTaken(tend, number);
      }
      taken.incrementAndGet();
    }
  }

  private static boolean isTaken(EndToEnd tend, int number) {
    var id = "msg_" + number;
    var body =
        IntStream.range(number * EACH, (number + 1) * EACH)
            .mapToObj(
                i ->
                    "{\"object\":\"InvitationReceived\",\"id\":\"inv_%d\",\"parsed_datetime\":\"2026-03-14T10:12:34Z\",\"inviter\":{\"inviter_name\":\"Inviter %d\",\"inviter_public_identifier\":\"inviter-%d\"}}"
                        .formatted(i, i, i))
            .collect(joining(",", "{\"account_id\":\"acc\",\"items\":[", "]}"));
    long seconds = InstantSource.system().instant().getEpochSecond();
    try {
      var answer =
          tend.send(
              HttpRequest.newBuilder(tend.running().ingestUrl().resolve("/webhooks/unipile"))
                  .header("Content-Type", "application/json")
                  .header("webhook-id", id)
                  .header("webhook-timestamp", Long.toString(seconds))
                  .header("webhook-signature", "v1," + signed(id + "." + seconds + "." + body))
                  .POST(BodyPublishers.ofString(body)));
      assertThat(answer.statusCode()).as(EndToEnd.text(answer)).isIn(202, 503);
      return answer.statusCode() == 202;
    } catch (IOException nobodyThere) {
      return false;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while delivering", stopping);
    }
  }

  private static String signed(String content) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
