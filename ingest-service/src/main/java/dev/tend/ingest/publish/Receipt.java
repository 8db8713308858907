package dev.tend.ingest.publish;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the broker acknowledged, in the order of what was given to it.
 *
 * @param places where each event lies; empty for one that was not acknowledged, of which nobody
 *     knows whether it arrived
 */
public record Receipt(List<Optional<Place>> places) {
  public Receipt {
    places = List.copyOf(places);
  }

  /** Whether every event was acknowledged. */
  public boolean complete() {
    return places.stream().allMatch(Optional::isPresent);
  }

  /** How many events were acknowledged. */
  public int acknowledged() {
    return (int) places.stream().filter(Optional::isPresent).count();
  }

  /** The positions, from 0, of the events that were not acknowledged. */
  public IntStream missing() {
    return IntStream.range(0, places.size()).filter(i -> places.get(i).isEmpty());
  }

  /** Where an event lies on its topic. */
  public record Place(int partition, long offset) {}
}
