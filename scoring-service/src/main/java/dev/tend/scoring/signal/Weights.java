package dev.tend.scoring.signal;

import dev.tend.events.RefusedException;
import java.util.EnumMap;
import java.util.Map;

/**
 * The points that hold: those of {@link Worth}, but for the ones that somebody has set otherwise.
 */
public final class Weights {
  /** Nobody has set anything. */
  public static final Weights DEFAULT = new Weights(Map.of());

  private final EnumMap<Worth, Integer> others;

  /**
   * The defaults with these exceptions.
   *
   * @throws RefusedException when a value is not within 1 to 100
   */
  public Weights(Map<Worth, Integer> others) {
    this.others = new EnumMap<>(Worth.class);
    others.forEach(
        (worth, points) -> {
          if (points < 1 || points > 100) {
            throw new RefusedException(worth.name(), "must be between 1 and 100");
          }
          this.others.put(worth, points);
        });
  }

  /** The points of one reason. */
  public int of(Worth worth) {
    var other = others.get(worth);
    return other == null ? worth.points() : other;
  }
}
