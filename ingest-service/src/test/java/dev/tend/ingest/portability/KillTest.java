package dev.tend.ingest.portability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tend.events.Codec;
import dev.tend.events.Connection;
import dev.tend.events.Invitation;
import dev.tend.events.SourceKey;
import dev.tend.events.SourceState;
import dev.tend.events.Topic;
import dev.tend.events.kafka.CloudEvent;
import dev.tend.testing.RealBroker;
import dev.tend.testing.Received;
import dev.tend.testing.TopicReader;
import dev.tend.testing.TopicWriter;
import dev.tend.testing.linkedin.LinkedInStandIn;
import dev.tend.testing.linkedin.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} in the middle of the snapshot, and again in the middle of the changelog: every
 * connection and every invitation is published once.
 */
class KillTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int CONNECTIONS = 300;
  private static final int BEFORE = 60;
  private static final int SINCE = 80;

  private final Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.MINUTES);

  private final Instant sent = now.minus(Duration.ofDays(3));

  @Test
  void everythingIsPublishedOnceWhereverTheReaderIsKilled() throws Exception {
    try (var linkedin = LinkedInStandIn.start();
        var broker = RealBroker.start();
        var connections =
            TopicReader.fromStart(broker.bootstrapServers(), Topic.CONNECTIONS, Connection.class);
        var invitations =
            TopicReader.fromStart(broker.bootstrapServers(), Topic.INVITATIONS, Invitation.class)) {
      linkedin
          .inPagesOf(5)
          .has("PROFILE", List.of(Wire.profile("Amy", "Chen")))
          .has(
              "CONNECTIONS",
              IntStream.range(0, CONNECTIONS).mapToObj(i -> Wire.connection("known-" + i)).toList())
          .has("INVITATIONS", incoming(BEFORE));
      linkedin.stallsAt("CONNECTIONS&start=30");
      consents(broker, linkedin);

      var first =
          ReadingProcess.start(
              broker.bootstrapServers(), linkedin.port(), "portability-kill-1.log");
      connections.await(CONNECTIONS / 2, any -> true, PATIENCE);
      kill(first, broker);
      assertThat(connections.all()).hasSize(CONNECTIONS / 2);
      linkedin.stallsAt("");

      var second =
          ReadingProcess.start(
              broker.bootstrapServers(), linkedin.port(), "portability-kill-2.log");
      invitations.await(BEFORE, any -> true, PATIENCE);
      linkedin.has("INVITATIONS", incoming(BEFORE + SINCE / 4));
      tell(linkedin, BEFORE, BEFORE + SINCE / 2);
      invitations.await(BEFORE + SINCE / 4, any -> true, PATIENCE);
      kill(second, broker);
      linkedin.has("INVITATIONS", incoming(BEFORE + SINCE));
      tell(linkedin, BEFORE + SINCE / 2, BEFORE + SINCE);

      var third =
          ReadingProcess.start(
              broker.bootstrapServers(), linkedin.port(), "portability-kill-3.log");
      invitations.await(BEFORE + SINCE, any -> true, PATIENCE);
      await("sweeps that bring nothing, and after which nobody is waited for")
          .atMost(PATIENCE)
          .until(() -> isAtRest(linkedin.calls()));
      third.destroyForcibly().waitFor();

      assertThat(invitations.all())
          .extracting(one -> one.get().id())
          .doesNotHaveDuplicates()
          .hasSize(BEFORE + SINCE);
      assertThat(connections.all())
          .extracting(Received::key)
          .doesNotHaveDuplicates()
          .hasSize(CONNECTIONS);
    }
  }

  /** The last calls ask for changes since the last of them, and for nothing else. */
  private boolean isAtRest(List<String> calls) {
    var last = now.plusMillis(10L * (BEFORE + SINCE - 1)).toEpochMilli();
    return calls.reversed().stream()
        .limit(4)
        .allMatch(call -> call.contains("memberChangeLogs") && call.contains("startTime=" + last));
  }

  private List<Map<String, String>> incoming(int many) {
    var rows = new ArrayList<Map<String, String>>();
    IntStream.range(0, many).forEach(i -> rows.add(Wire.incoming("kill-" + i, sentAt(i))));
    return rows;
  }

  private void tell(LinkedInStandIn linkedin, int from, int to) {
    for (int i = from; i < to; i++) {
      linkedin.tells(Wire.invited(i, sentAt(i), now.plusMillis(10L * i)));
    }
  }

  private Instant sentAt(int i) {
    return sent.plus(Duration.ofMinutes(3L * i));
  }

  /** As the doors do when a member has agreed. */
  private void consents(RealBroker broker, LinkedInStandIn linkedin) {
    var grant =
        new Grant(
            linkedin.accessToken(), now.plus(Duration.ofDays(60)), linkedin.refreshToken(), null);
    var sealed = new Secrets(Seal.of(Configured.KEYS)).sealed(grant, "amy.chen", "c1");
    var consent = new Consent("c1", now.minusSeconds(60), sealed);
    var key = new SourceKey("portability/amy.chen", "consent");
    var content = new String(Codec.TOPIC.write(consent), StandardCharsets.UTF_8);
    var state = new SourceState(key.source(), key.aspect(), content, now);
    try (var writer = new TopicWriter(broker.bootstrapServers())) {
      writer.write(
          Topic.SOURCES,
          key.toString(),
          state,
          CloudEvent.on(Topic.SOURCES, "consent-1", "/ingest/portability", now));
    }
  }

  /** Afterwards the broker does not wait for its heartbeat, so that the next may begin at once. */
  private static void kill(Process process, RealBroker broker) throws Exception {
    process.destroyForcibly();
    process.waitFor();
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin
          .removeMembersFromConsumerGroup(
              "tend-ingest-sources", new RemoveMembersFromConsumerGroupOptions())
          .all()
          .get();
    }
  }
}
