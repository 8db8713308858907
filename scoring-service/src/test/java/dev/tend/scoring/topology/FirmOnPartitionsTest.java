package dev.tend.scoring.topology;

import static dev.tend.events.cast.AMember.aMember;
import static dev.tend.events.cast.APerson.aPerson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tend.events.Choice;
import dev.tend.events.Member;
import dev.tend.events.SignalName;
import dev.tend.events.Topic;
import dev.tend.events.cast.APerson;
import dev.tend.events.cast.AnInvitation;
import dev.tend.scoring.learning.FirmTastes;
import dev.tend.scoring.learning.Lessons;
import dev.tend.scoring.policy.ASheet;
import dev.tend.scoring.policy.Judge;
import dev.tend.scoring.policy.Learning;
import dev.tend.testing.RealBroker;
import dev.tend.testing.TopicWriter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The firm on a real broker: its members lie on all partitions, and all are told the same. */
class FirmOnPartitionsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final int CHOICES = 6;

  private final List<Member> members =
      IntStream.range(0, 12)
          .mapToObj(i -> aMember("Member " + i).whoIs(inHr("Member " + i)).build())
          .toList();
  private final ShiftedTime time = new ShiftedTime();
  private final Instant received = Instant.ofEpochMilli(time.milliseconds());

  @Test
  void everyPartitionIsToldTheSameAndARebuildGoesOnWhereItWas(
      @TempDir Path state, @TempDir Path empty) {
    try (var broker = RealBroker.start();
        var writer = new TopicWriter(broker.bootstrapServers())) {
      try (var streams = running(broker, state)) {
        members.forEach(member -> writer.member(member, received));
        await("members").atMost(PATIENCE).until(() -> held(streams, StateStores.MEMBERS) == 12);
        members.forEach(member -> choose(writer, member));
        await("lessons").atMost(PATIENCE).until(() -> lessons(streams) == 12 * CHOICES);
        time.pass(SpeakForMembers.PAUSE);
        await("voices").atMost(PATIENCE).until(() -> held(streams, StateStores.VOICES) == 12);
        time.pass(WEEK);
        awaitEverywhere(streams, 1);
      }
      try (var rebuilt = running(broker, empty)) {
        awaitEverywhere(rebuilt, 1);
        time.pass(WEEK);
        awaitEverywhere(rebuilt, 2);
      }
    }
  }

  /** Accepts some who share nothing but the field, against the advice. */
  private void choose(TopicWriter writer, Member member) {
    for (int i = 0; i < CHOICES; i++) {
      var invitation =
          AnInvitation.from(inHr("Inviter " + i).with(person -> person.location("Bergen")))
              .to(member)
              .id(member.id() + "-" + i)
              .build();
      writer.invitation(invitation, received);
      writer.choice(
          new Choice(
              invitation.id(),
              member.id(),
              invitation.inviter().profile(),
              Choice.Kind.ACCEPT,
              received));
    }
  }

  private static APerson inHr(String name) {
    return aPerson(name)
        .as("HR Manager", name + " Mills", "2012-01", null)
        .with(person -> person.industry("Human Resources"));
  }

  private static void awaitEverywhere(KafkaStreams streams, int points) {
    await("the firm on every partition")
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              var heard =
                  IntStream.range(0, Topic.LOCAL_PARTITIONS)
                      .mapToObj(partition -> FirmPage.read(told(streams, partition)))
                      .toList();
              assertThat(heard).hasSize(Topic.LOCAL_PARTITIONS);
              assertThat(heard).containsOnly(heard.getFirst());
              assertThat(heard.getFirst().points())
                  .isEqualTo(Map.of(SignalName.SAME_FIELD, points));
            });
  }

  private static ReadOnlyKeyValueStore<String, FirmTastes> told(
      KafkaStreams streams, int partition) {
    return streams.store(
        StoreQueryParameters.fromNameAndType(
                StateStores.FIRM, QueryableStoreTypes.<String, FirmTastes>keyValueStore())
            .withPartition(partition));
  }

  private static int lessons(KafkaStreams streams) {
    int count = 0;
    try (var all = FirmOnPartitionsTest.<Lessons>everywhere(streams, StateStores.LESSONS).all()) {
      while (all.hasNext()) {
        count += all.next().value.all().size();
      }
    }
    return count;
  }

  private static int held(KafkaStreams streams, String store) {
    int count = 0;
    try (var all = FirmOnPartitionsTest.<Object>everywhere(streams, store).all()) {
      while (all.hasNext()) {
        var _ = all.next();
        count++;
      }
    }
    return count;
  }

  private static <T> ReadOnlyKeyValueStore<String, T> everywhere(
      KafkaStreams streams, String store) {
    return streams.store(
        StoreQueryParameters.fromNameAndType(
            store, QueryableStoreTypes.<String, T>keyValueStore()));
  }

  private KafkaStreams running(RealBroker broker, Path state) {
    var settings = StreamSettings.of("firm-test", broker.bootstrapServers(), state);
    var streams = new KafkaStreams(topology(), settings, time);
    streams.start();
    await("running").atMost(PATIENCE).until(() -> streams.state() == KafkaStreams.State.RUNNING);
    return streams;
  }

  private static Topology topology() {
    var policies = ASheet.learning(Learning.FIRM);
    return new ScoringTopology(
            new Steps(
                new Judge(() -> policies),
                Duration.ofDays(14),
                new Sweep(Duration.ofMillis(100), 2000),
                new FailureBrake(10),
                new Measures(new SimpleMeterRegistry(), InstantSource.system())),
            StateStores.onDisk())
        .build();
  }

  /**
   * A clock that begins a month ago and that a test moves on: a broker takes nothing from the
   * future.
   */
  private static final class ShiftedTime implements Time {
    private volatile Duration shift = Duration.ofDays(-30);

    void pass(Duration time) {
      shift = shift.plus(time);
    }

    @Override
    public long milliseconds() {
      return Time.SYSTEM.milliseconds() + shift.toMillis();
    }

    @Override
    public long nanoseconds() {
      return Time.SYSTEM.nanoseconds() + shift.toNanos();
    }

    @Override
    public void sleep(long milliseconds) {
      Time.SYSTEM.sleep(milliseconds);
    }

    @Override
    public void waitObject(Object on, Supplier<Boolean> condition, long until)
        throws InterruptedException {
      Time.SYSTEM.waitObject(on, condition, until - shift.toMillis());
    }
  }
}
