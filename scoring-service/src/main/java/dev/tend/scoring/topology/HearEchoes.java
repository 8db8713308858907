package dev.tend.scoring.topology;

import static java.util.Objects.requireNonNull;

import dev.tend.scoring.signal.Echo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Hears when people who seem to have nothing to do with each other send nearly the same to the
 * firm. The newcomer is told how many were before it; those before are told of it as long as they
 * know of few, so that the first of a campaign is judged again when the second and third come, and
 * a campaign of a thousand makes some thousands of news, not a million.
 */
final class HearEchoes implements Processor<String, Seen, String, Outcome<Echoed>> {
  /** Who knows of so many others learns nothing from one more. */
  static final int ENOUGH = 5;

  private final DeadLetterBox letters;
  private @Nullable ProcessorContext<String, Outcome<Echoed>> context;
  private @Nullable Sightings opened;

  HearEchoes(DeadLetterBox letters) {
    this.letters = letters;
  }

  @Override
  public void init(ProcessorContext<String, Outcome<Echoed>> given) {
    context = given;
    opened = new Sightings(given.getStateStore(StateStores.SIGHTINGS));
  }

  @Override
  public void process(Record<String, Seen> record) {
    List<Echoed> told;
    try {
      told = hear(record.value(), Instant.ofEpochMilli(record.timestamp()));
    } catch (RuntimeException failure) {
      tell(record, new Outcome.Dead<>(letters.failed(envelope(record), failure, now())));
      return;
    }
    told.forEach(echoed -> tell(record, new Outcome.Next<>(echoed)));
  }

  private List<Echoed> hear(Seen seen, Instant at) {
    if (seen.isUnsaid()) {
      sightings().forget(seen::takesBack);
      return List.of();
    }
    var before = sightings().get(seen.invitation());
    var now =
        before == null
            ? new Sighting(seen, at, List.of())
            : new Sighting(seen.completedBy(before.seen()), before.at(), before.heard());
    if (before != null && before.seen().equals(now.seen())) {
      return List.of();
    }
    sightings().put(now);
    var alike = sightings().like(now);
    var told = new ArrayList<Echoed>();
    tell(now, alike, told);
    for (var other : uninformed(alike)) {
      tell(other, sightings().like(other), told);
    }
    return told;
  }

  /** Tells how many others are like this one, if that is news. */
  private void tell(Sighting one, Map<Echo.Kind, List<Sighting>> alike, List<Echoed> told) {
    var echoes = new ArrayList<Echo>();
    for (var what : Echo.Kind.values()) {
      louder(echo(what, alike.getOrDefault(what, List.of())), one.heard(what))
          .ifPresent(echoes::add);
    }
    if (!echoes.equals(one.heard())) {
      sightings().put(one.hearing(echoes));
      told.add(new Echoed(one.seen().inviter(), one.id(), echoes));
    }
  }

  /** What was told once is not taken back when those others are long ago. */
  private static Optional<Echo> louder(Optional<Echo> now, Optional<Echo> before) {
    return before.isPresent() && (now.isEmpty() || now.get().inviters() <= before.get().inviters())
        ? before
        : now;
  }

  private static Optional<Echo> echo(Echo.Kind what, List<Sighting> alike) {
    if (alike.isEmpty()) {
      return Optional.empty();
    }
    int inviters = (int) alike.stream().map(other -> other.seen().inviter()).distinct().count();
    int members = (int) alike.stream().map(other -> other.seen().member()).distinct().count();
    return Optional.of(new Echo(what, inviters, members));
  }

  /** Those like the newcomer who know of few others so far. */
  private static Collection<Sighting> uninformed(Map<Echo.Kind, List<Sighting>> alike) {
    var found = new LinkedHashMap<String, Sighting>();
    alike.forEach(
        (what, others) ->
            others.stream()
                .filter(other -> other.heard(what).map(Echo::inviters).orElse(0) < ENOUGH)
                .forEach(other -> found.put(other.id(), other)));
    return found.values();
  }

  private void tell(Record<String, Seen> cause, Outcome<Echoed> outcome) {
    requireNonNull(context).forward(cause.withValue(outcome));
  }

  private Envelope envelope(Record<String, Seen> record) {
    var origin =
        requireNonNull(context)
            .recordMetadata()
            .map(Origin::of)
            .orElseThrow(() -> new IllegalStateException("a record without an origin"));
    return new Envelope(origin, record.key(), null, record.headers());
  }

  private Sightings sightings() {
    return requireNonNull(opened);
  }

  private Instant now() {
    return Instant.ofEpochMilli(requireNonNull(context).currentSystemTimeMs());
  }
}
