package dev.tend.notify.inbox;

import dev.tend.events.Topic;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Knows which events were handled. An event is known by its CloudEvents identity and its time, not
 * by its offset: so it is recognised from another partition, and a broker that was set up anew is
 * not mistaken for the old one.
 */
final class Marks {
  private Marks() {}

  /** Marks events as handled, and gives back those that were not marked before, in their order. */
  static <T> List<Event<T>> fresh(
      Handle transaction, Topic topic, List<Event<T>> events, Instant now) {
    var distinct = new LinkedHashMap<Mark, Event<T>>();
    for (var event : events) {
      distinct.putIfAbsent(Mark.of(event), event);
    }
    var marks = distinct.keySet().stream().sorted().toList();
    var added =
        new HashSet<>(
            transaction
                .createQuery(
                    """
                    insert into inbox (topic, source, event, happened_at, seen_at)
                    select :topic, source, event, happened_at::timestamptz, :now
                    from unnest(:sources, :events, :times) as mark (source, event, happened_at)
                    on conflict do nothing
                    returning source, event, happened_at
                    """)
                .bind("topic", topic.name())
                .bind("now", now)
                .bindArray("sources", String.class, marks.stream().map(Mark::source).toList())
                .bindArray("events", String.class, marks.stream().map(Mark::event).toList())
                .bindArray(
                    "times",
                    String.class,
                    marks.stream().map(mark -> mark.at().toString()).toList())
                .map(
                    (row, context) ->
                        new Mark(
                            row.getString("source"),
                            row.getString("event"),
                            row.getTimestamp("happened_at").toInstant()))
                .list());
    return distinct.entrySet().stream()
        .filter(known -> added.contains(known.getKey()))
        .map(java.util.Map.Entry::getValue)
        .toList();
  }

  /** Marks are written in one order, so that two instances never wait for each other in a ring. */
  private record Mark(String source, String event, Instant at) implements Comparable<Mark> {

    /** PostgreSQL keeps microseconds. */
    static Mark of(Event<?> event) {
      return new Mark(
          event.source(),
          event.id(),
          event.time().truncatedTo(java.time.temporal.ChronoUnit.MICROS));
    }

    @Override
    public int compareTo(Mark other) {
      int bySource = source.compareTo(other.source);
      if (bySource != 0) {
        return bySource;
      }
      int byEvent = event.compareTo(other.event);
      return byEvent != 0 ? byEvent : at.compareTo(other.at);
    }
  }
}
