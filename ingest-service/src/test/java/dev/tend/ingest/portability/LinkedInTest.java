package dev.tend.ingest.portability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tend.testing.linkedin.LinkedInStandIn;
import dev.tend.testing.linkedin.Wire;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the client does not do, whatever the other side says. */
class LinkedInTest {
  private static final Instant NOON = Instant.parse("2026-02-09T12:00:00Z");

  private final LinkedInStandIn standIn = LinkedInStandIn.start();
  private final LinkedInStandIn elsewhere = LinkedInStandIn.start();
  private final LinkedIn linkedin = client("16M");
  private final Grant grant =
      new Grant(standIn.accessToken(), NOON.plus(Duration.ofDays(60)), "", null);

  @AfterEach
  void stop() {
    linkedin.close();
    standIn.close();
    elsewhere.close();
  }

  @Test
  void itTakesATokenToNoOtherHost() {
    standIn.failsOnce(
        "/rest",
        302,
        "Found",
        "Location",
        "http://localhost:" + elsewhere.port() + "/rest/memberSnapshotData?q=criteria");

    assertThat(trouble(linkedin).kind()).isEqualTo(Trouble.Kind.UNREADABLE);
    assertThat(elsewhere.calls()).isEmpty();
  }

  @Test
  void itReadsNoAnswerBeyondItsBound() {
    standIn
        .inPagesOf(1_000)
        .has(
            "CONNECTIONS",
            IntStream.range(0, 1_000).mapToObj(i -> Wire.connection("c-" + i)).toList());
    try (var bounded = client("10K")) {
      assertThat(trouble(bounded).kind()).isEqualTo(Trouble.Kind.AWAY);
    }
  }

  @Test
  void itSaysWhatWentWrongWithoutQuotingAnybody() {
    standIn.failsOnce("/rest", 400, "Amy Chen may not do this");

    assertThat(trouble(linkedin))
        .hasMessage("LinkedIn answers with status 400 (serviceErrorCode 65600)");
  }

  @Test
  void itAsksForTheVersionThatItSpeaks() throws Exception {
    standIn.has("CONNECTIONS", List.of(Wire.connection("a")));

    assertThat(linkedin.snapshot(grant, Domain.CONNECTIONS, 0).elements()).hasSize(1);
    assertThat(linkedin.snapshot(grant, Domain.CONNECTIONS, 1).isEnd()).isTrue();
  }

  @Test
  void nobodyListeningIsLinkedInBeingAway() {
    standIn.close();

    assertThat(trouble(linkedin).kind()).isEqualTo(Trouble.Kind.AWAY);
  }

  private Trouble trouble(LinkedIn client) {
    return catchThrowableOfType(Trouble.class, () -> client.snapshot(grant, Domain.CONNECTIONS, 0));
  }

  private LinkedIn client(String largest) {
    var keys = new HashMap<>(Configured.at(standIn.port()));
    keys.put("tend.ingest.portability.largest-answer", largest);
    return new LinkedIn(
        Configured.of(keys),
        new PortabilityMetrics(new SimpleMeterRegistry()),
        InstantSource.fixed(NOON));
  }
}
