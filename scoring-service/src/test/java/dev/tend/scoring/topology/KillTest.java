package dev.tend.scoring.topology;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static dev.tend.events.cast.APerson.profileOf;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tend.events.Connection;
import dev.tend.events.DeadLetter;
import dev.tend.events.Decision;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.SignalName;
import dev.tend.events.Topic;
import dev.tend.events.cast.AnInvitation;
import dev.tend.testing.RealBroker;
import dev.tend.testing.Received;
import dev.tend.testing.TopicReader;
import dev.tend.testing.TopicWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stream on a real broker, with all its partitions, killed in the middle of its work. */
class KillTest {
  private static final int INVITATIONS = 1_500;
  private static final int INVITERS = 400;

  /** Lately: news about an inviter follows the invitations of the last weeks only. */
  private final Instant received = InstantSource.system().instant();

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final List<Member> members =
      IntStream.range(0, 12).mapToObj(i -> aMember("Member " + i).build()).toList();

  @Test
  void nothingIsLostOrDecidedTwiceWhenTheStreamIsKilled(@TempDir Path state) {
    try (var broker = RealBroker.start();
        var writer = new TopicWriter(broker.bootstrapServers());
        var decisions = read(broker, Topic.DECISIONS, Decision.class);
        var letters = read(broker, Topic.DEAD_LETTERS, DeadLetter.class)) {
      var first = StreamProcess.start("kill-test", broker.bootstrapServers(), state, "kill-1.log");
      try {
        everybodyIsKnownAndKnowsRobert(writer);
        IntStream.range(0, INVITATIONS / 2).forEach(i -> receive(writer, i));
        decisions.await(INVITATIONS / 4, any -> true, PATIENCE);
      } finally {
        kill(first);
      }

      IntStream.range(INVITATIONS / 2, INVITATIONS).forEach(i -> receive(writer, i));
      writer.rawText(Topic.INVITATIONS, "in/inviter-1", "no JSON");
      // a retry after the kill: the same invitations once more
      IntStream.range(0, 100).forEach(i -> receive(writer, i));
      var second = StreamProcess.start("kill-test", broker.bootstrapServers(), state, "kill-2.log");
      try {
        decisions.await(INVITATIONS, one -> one.get().supersedes().isEmpty(), PATIENCE);
        letters.await(1, any -> true, PATIENCE);
        // the last of them by a marker behind everything else on every partition of the members
        awaitAllPartitions(writer, decisions);
      } finally {
        kill(second);
      }

      check(decisions.all());
      assertThat(letters.all()).hasSize(1);
    }
  }

  private void everybodyIsKnownAndKnowsRobert(TopicWriter writer) {
    var robert = aMember("Robert Ash").build();
    writer.member(robert, received);
    members.forEach(member -> writer.member(member, received));
    for (int i = 0; i < INVITERS; i++) {
      var connection = new Connection(profileOf("Inviter " + i), robert.id(), "", "", "", null);
      writer.connection(connection, received);
    }
  }

  private void receive(TopicWriter writer, int i) {
    writer.invitation(invitation(i), received);
  }

  private Invitation invitation(int i) {
    return AnInvitation.from(aPerson("Inviter " + i % INVITERS))
        .to(members.get(i % members.size()))
        .id("kill-" + i)
        .build();
  }

  private void awaitAllPartitions(TopicWriter writer, TopicReader<Decision> decisions) {
    for (var member : members) {
      writer.invitation(
          AnInvitation.from(aPerson("Last " + member.id()))
              .to(member)
              .id("last-" + member.id())
              .build(),
          received);
    }
    decisions.await(members.size(), one -> one.get().invitation().startsWith("last-"), PATIENCE);
  }

  private static void check(List<Received<Decision>> decisions) {
    var chains =
        decisions.stream()
            .filter(one -> one.get().invitation().startsWith("kill-"))
            .collect(groupingBy(one -> one.get().invitation()));
    assertThat(chains).hasSize(INVITATIONS);
    var withoutRobert =
        chains.values().stream()
            .map(chain -> chain.getLast().get())
            .filter(
                decision ->
                    decision.signals().stream()
                        .noneMatch(signal -> signal.is(SignalName.COLLEAGUE_KNOWS_THEM)))
            .map(Decision::id)
            .toList();
    assertThat(withoutRobert).as("Robert is known on the partition of every inviter").isEmpty();
    chains.forEach(
        (id, chain) -> {
          assertThat(chain.stream().map(one -> one.get().id()).collect(toSet()))
              .as("no decision on %s twice", id)
              .hasSameSizeAs(chain);
        });
  }

  private static <T> TopicReader<T> read(RealBroker broker, Topic topic, Class<T> type) {
    return TopicReader.fromStart(broker.bootstrapServers(), topic, type);
  }

  private static void kill(Process process) {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
