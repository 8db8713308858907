package dev.tend.ingest.poll;

import dev.tend.events.Reply;
import dev.tend.ingest.publish.Publication;
import dev.tend.ingest.publish.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A source that holds the numbers from 1 on, and tells some of them in each turn. */
final class CountingSource implements PolledSource {
  private static final int AT_ONCE = 7;
  private static final Instant AT = Instant.parse("2026-02-09T15:00:00Z");

  private final String name;
  private final AtomicInteger last;

  /** A source of this name which holds the numbers up to {@code last}, as that is now. */
  CountingSource(String name, AtomicInteger last) {
    this.name = name;
    this.last = last;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Duration poll(Turn turn) {
    int read = turn.recall(Turn.POSITION).map(Integer::parseInt).orElse(0);
    int next = Math.min(read + AT_ONCE, last.get());
    if (next == read) {
      return Duration.ofMillis(20);
    }
    var events = IntStream.rangeClosed(read + 1, next).mapToObj(this::event).toList();
    turn.commit(events, Map.of(Turn.POSITION, Integer.toString(next)));
    return Duration.ZERO;
  }

  /** The number stands in the reply's text, the source in its invitation. */
  private Publication event(int number) {
    var reply = new Reply(name.replace('/', '-'), "amy.chen", Integer.toString(number), AT);
    return Publication.of(reply, name + number, Source.MAIL, AT);
  }

  /** These sources, whatever is remembered. */
  static Connector connector(List<CountingSource> sources) {
    return remembered -> sources;
  }
}
