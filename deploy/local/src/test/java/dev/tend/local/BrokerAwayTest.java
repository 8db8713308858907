package dev.tend.local;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tend.events.cast.AnInvitation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Without its broker Tend says so and keeps nothing back; with it, it goes on by itself. */
class BrokerAwayTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Stays when the test fails: it holds the logs. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void withoutABrokerInvitationsAreRefusedAndWithItDecided() throws Exception {
    try (var tend = EndToEnd.start(folder)) {
      var broker = tend.stack().broker().orElseThrow();
      var amy = aMember("Amy Chen").build();
      tend.put(amy);
      var early = AnInvitation.from(aPerson("Dana Reed")).to(amy).id("early").build();
      var late = AnInvitation.from(aPerson("Sam Okoro")).to(amy).id("late").build();
      tend.postAccepted(early);

      broker.child().stop(PATIENCE);
      var refused = tend.post(List.of(late));

      assertThat(refused.statusCode()).as(EndToEnd.text(refused)).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      assertThat(refused.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");

      broker.start();
      await("invitations are taken again")
          .atMost(PATIENCE)
          .until(() -> tend.post(List.of(late)).statusCode() == 202);
      await("both are decided")
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                var ledger = tend.told("/api/ledger");
                assertThat(ledger.path("received").asInt()).as("%s", ledger).isEqualTo(2);
                assertThat(ledger.path("undecided").asInt()).as("%s", ledger).isZero();
                assertThat(ledger.path("balanced").asBoolean()).as("%s", ledger).isTrue();
              });
    }
  }
}
