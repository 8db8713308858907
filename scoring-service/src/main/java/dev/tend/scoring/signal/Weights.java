package dev.tend.scoring.signal;

import dev.tend.events.RefusedException;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The points that hold: those of {@link Worth}, but for the ones that somebody has set otherwise;
 * and the most that each signal may count. Immutable; two with the same points are equal.
 */
public final class Weights {
  /** Nobody has set anything. */
  public static final Weights DEFAULT = new Weights(Map.of());

  private static final int HIGHEST = 100;

  private final EnumMap<Worth, Integer> points = new EnumMap<>(Worth.class);
  private final EnumMap<SignalName, Integer> most = new EnumMap<>(SignalName.class);

  /** By the word that a signal bears; empty in the usual case that nothing is capped. */
  private final Map<String, Integer> caps;

  /**
   * The defaults with these exceptions.
   *
   * @throws RefusedException when a value is not within 1 to 100
   */
  public Weights(Map<Worth, Integer> others) {
    this(others, Map.of());
  }

  /**
   * The defaults with these exceptions.
   *
   * @param most the most that a signal counts, whatever its rule gives; 0 for a signal that is not
   *     to be seen at all. A block is never capped.
   * @throws RefusedException when points are not within 1 to 100, or a cap not within 0 to 100
   */
  public Weights(Map<Worth, Integer> others, Map<SignalName, Integer> most) {
    for (var worth : Worth.values()) {
      var other = others.get(worth);
      points.put(worth, other == null ? worth.points() : within(1, other, worth.name()));
    }
    most.forEach(
        (name, cap) -> {
          if (name != SignalName.BLOCKED && within(0, cap, name.word()) < HIGHEST) {
            this.most.put(name, cap);
          }
        });
    var words = new HashMap<String, Integer>();
    this.most.forEach((name, cap) -> words.put(name.word(), cap));
    caps = Map.copyOf(words);
  }

  private static int within(int least, int value, String field) {
    if (value < least || value > HIGHEST) {
      throw new RefusedException(field, "must be between " + least + " and " + HIGHEST);
    }
    return value;
  }

  /** The points of one reason. */
  public int of(Worth worth) {
    return points.getOrDefault(worth, worth.points());
  }

  /** The most that a signal counts, 0 to 100. */
  public int most(SignalName name) {
    return most.getOrDefault(name, HIGHEST);
  }

  /** A reason as it counts; empty when it is not to be seen. */
  public Optional<Signal> capped(Signal signal) {
    if (caps.isEmpty()) {
      return Optional.of(signal);
    }
    int cap = caps.getOrDefault(signal.name(), HIGHEST);
    if (cap >= signal.points()) {
      return Optional.of(signal);
    }
    return cap == 0
        ? Optional.empty()
        : Optional.of(new Signal(signal.name(), signal.axis(), cap, signal.evidence()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Weights that && points.equals(that.points) && most.equals(that.most);
  }

  @Override
  public int hashCode() {
    return 31 * points.hashCode() + most.hashCode();
  }

  @Override
  public String toString() {
    return "Weights" + points + most;
  }
}
