package dev.tend.ingest.poll;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tend.events.Reply;
import dev.tend.events.SourceState;
import dev.tend.events.Topic;
import dev.tend.ingest.publish.Publication;
import dev.tend.ingest.publish.Source;
import dev.tend.testing.RealBroker;
import dev.tend.testing.TopicReader;
import dev.tend.testing.TopicWriter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sources on a real broker, shared by two instances that come and go. */
class PollingTest {
  private static final Instant NOW = Instant.parse("2026-02-09T15:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** Its own: on the shared one a service that another test started would take a share. */
  private static RealBroker broker;

  @BeforeAll
  static void start() {
    broker = RealBroker.start();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void everyNumberIsToldOnceWhileInstancesComeAndGo() throws InterruptedException {
    var last = new AtomicInteger(300);
    var names = IntStream.range(0, 6).mapToObj(i -> "counting/moving-" + i).toList();
    try (var replies = replies()) {
      var first = started(names, last);
      replies.await(200, any -> true, PATIENCE);
      var second = started(names, last);
      last.set(600);
      replies.await(6 * 400, any -> true, PATIENCE);
      first.stop();
      last.set(900);

      var all = replies.await(6 * 900, any -> true, PATIENCE);
      second.stop();

      var bySource =
          all.stream()
              .collect(
                  groupingBy(
                      one -> one.get().invitation(),
                      mapping(one -> Integer.parseInt(one.get().text()), toList())));
      assertThat(bySource).hasSize(6);
      assertThat(bySource.values())
          .allSatisfy(
              numbers ->
                  assertThat(numbers)
                      .containsExactlyElementsOf(IntStream.rangeClosed(1, 900).boxed().toList()));
      assertThat(replies.all()).hasSize(6 * 900);
    }
  }

  @Test
  void whoeverIsLockedOutPublishesNothingAnyMore() {
    var clients = new PollClients(Map.of("bootstrap.servers", broker.bootstrapServers()));
    try (var replies = replies();
        var former = lane(clients);
        var current = lane(clients)) {
      var late = former.turnOf("counting/locked");
      var event = Publication.of(new Reply("late", "amy.chen", "1", NOW), "late", Source.MAIL, NOW);

      assertThatThrownBy(() -> late.commit(List.of(event), Map.of(Turn.POSITION, "1")))
          .isInstanceOf(SourceAwayException.class);
      current.turnOf("counting/locked").commit(List.of(), Map.of(Turn.POSITION, "2"));

      assertThat(former.isOpen()).isFalse();
      assertThat(replies.all()).isEmpty();
      assertThat(current.turnOf("counting/locked").recall(Turn.POSITION)).contains("2");
    }
  }

  @Test
  void aSourceThatFailsIsAskedAgainAndDisturbsNoOther() throws InterruptedException {
    var broken = new AtomicBoolean(true);
    PolledSource moody =
        new PolledSource() {
          @Override
          public String name() {
            return "counting/moody";
          }

          @Override
          public Duration poll(Turn turn) {
            if (broken.getAndSet(false)) {
              throw new IllegalStateException("a fault");
            }
            turn.commit(List.of(), Map.of(Turn.POSITION, "done"));
            return Duration.ofMinutes(1);
          }
        };
    try (var states = states();
        var replies = replies()) {
      var calm = new CountingSource("counting/calm", new AtomicInteger(3));
      var polling = polling(List.of(_ -> List.of(moody, calm)));
      polling.start();

      replies.await(3, one -> one.get().invitation().equals("counting-calm"), PATIENCE);
      states.await(1, one -> one.get().source().equals("counting/moody"), PATIENCE);
      polling.stop();
    }
  }

  @Test
  void aSourceComesWithWhatIsRememberedAndGoesWithIt() throws InterruptedException {
    Connector granted =
        remembered ->
            remembered.stream()
                .filter("granted/amy.chen"::equals)
                .map(name -> new CountingSource(name, new AtomicInteger(1)))
                .toList();
    try (var replies = replies();
        var writer = new TopicWriter(broker.bootstrapServers())) {
      var meters = new SimpleMeterRegistry();
      var polling = new Polling(clients(), List.of(granted), InstantSource.fixed(NOW), meters);
      polling.start();

      var grant = new SourceState("granted/amy.chen", "grant", "sealed", NOW);
      writer.raw(Topic.SOURCES, grant.key().toString(), Publication.of(grant).value());
      replies.await(1, one -> one.get().invitation().equals("granted-amy.chen"), PATIENCE);
      writer.tombstone(Topic.SOURCES, grant.key().toString());
      writer.tombstone(Topic.SOURCES, "granted/amy.chen|position");

      Awaitility.await("nothing is read any more")
          .atMost(PATIENCE)
          .until(
              () -> meters.get("tend.sources.reading").tag("kind", "granted").gauge().value() == 0);
      polling.stop();
    }
  }

  private Polling started(List<String> names, AtomicInteger last) {
    var sources = names.stream().map(name -> new CountingSource(name, last)).toList();
    var polling = polling(List.of(CountingSource.connector(sources)));
    polling.start();
    return polling;
  }

  private Polling polling(List<Connector> connectors) {
    return new Polling(clients(), connectors, InstantSource.fixed(NOW), new SimpleMeterRegistry());
  }

  private PollClients clients() {
    return new PollClients(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  private static Lane lane(PollClients clients) {
    return new Lane(new Memory(), InstantSource.fixed(NOW), () -> clients.producer(99));
  }

  private TopicReader<Reply> replies() {
    return TopicReader.fromNow(broker.bootstrapServers(), Topic.REPLIES, Reply.class);
  }

  private TopicReader<SourceState> states() {
    return TopicReader.fromNow(broker.bootstrapServers(), Topic.SOURCES, SourceState.class);
  }
}
