package dev.tend.scoring.learning;

import dev.tend.events.Axis;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * What learning does to the reasons of one member's invitations. It makes no reason and takes none
 * away: it moves the points of those that the rules gave, by {@link Fit#MOST} at most, and says so
 * at the end of the evidence.
 *
 * <p>A member's own choices come first. What the firm prefers counts in full for somebody who has
 * chosen nothing yet, and the less the more they have chosen themselves.
 */
public final class Leaning {
  /** The points of the policy hold. */
  public static final Leaning NONE = new Leaning(Map.of());

  /** After so many choices of their own with a reason, the firm has half a say. */
  private static final double HALF_OWN = 10;

  private final Map<SignalName, Lean> leans;

  private Leaning(Map<SignalName, Lean> leans) {
    this.leans = leans;
  }

  /**
   * How far a reason leans, and why.
   *
   * @param points how many more it counts, or less when negative; never 0
   * @param why as evidence says it, such as {@code you accepted 9 of 10 like this}
   */
  public record Lean(SignalName signal, int points, String why) {}

  /** What a member's own choices do. */
  public static Leaning of(Tastes own) {
    return of(own, FirmTastes.NONE);
  }

  /** What a member's own choices do, and those of the firm. */
  public static Leaning of(Tastes own, FirmTastes firm) {
    var leans = new EnumMap<SignalName, Lean>(SignalName.class);
    var ofFirm = firm.points();
    ofFirm.forEach(
        (name, points) -> leans.put(name, new Lean(name, points, ofColleagues(name, points))));
    for (var taste : own.all()) {
      int theirs = ofFirm.getOrDefault(taste.signal(), 0);
      double share = HALF_OWN / (HALF_OWN + taste.weight());
      int points = Math.clamp(Math.round(taste.points() + theirs * share), -Fit.MOST, Fit.MOST);
      if (points == 0) {
        leans.remove(taste.signal());
      } else {
        boolean isOwn = Integer.signum(points) == Integer.signum(taste.points());
        leans.put(
            taste.signal(),
            new Lean(
                taste.signal(),
                points,
                isOwn ? ofOwn(taste) : ofColleagues(taste.signal(), points)));
      }
    }
    return leans.isEmpty() ? NONE : new Leaning(leans);
  }

  /** How far each reason leans that does; in the order of their names' declaration. */
  public List<Lean> all() {
    return List.copyOf(leans.values());
  }

  /**
   * The reasons as they count for this member, in the same order.
   *
   * @param most the most that the policy lets a reason count
   */
  public List<Signal> applied(List<Signal> signals, ToIntFunction<SignalName> most) {
    if (leans.isEmpty()) {
      return signals;
    }
    var leaning = new ArrayList<Signal>(signals.size());
    for (var signal : signals) {
      leaning.add(applied(signal, most));
    }
    return leaning;
  }

  private Signal applied(Signal signal, ToIntFunction<SignalName> most) {
    var name = SignalName.of(signal.name());
    var lean = name.map(leans::get);
    if (name.isEmpty() || lean.isEmpty()) {
      return signal;
    }
    int points =
        moved(signal.axis(), signal.points(), lean.get().points(), most.applyAsInt(name.get()));
    int more = points - signal.points();
    return more == 0
        ? signal
        : new Signal(
            signal.name(),
            signal.axis(),
            points,
            "%s; %s, so it counts %d %s"
                .formatted(
                    signal.evidence(),
                    lean.get().why(),
                    Math.abs(more),
                    more > 0 ? "more" : "less"));
  }

  /** A reason stays one, and a red flag keeps half of its points, rounded up. */
  private static int moved(Axis axis, int points, int by, int most) {
    int least = axis == Axis.RISK ? (points + 1) / 2 : 1;
    return Math.clamp(points + by, least, Math.max(points, most));
  }

  /** In the direction of the lean: an acceptance speaks for a reason and against a red flag. */
  private static String ofOwn(Taste taste) {
    boolean warms = warms(taste.signal(), taste.points());
    int did = warms ? taste.accepted() : taste.ignored();
    int against = warms ? taste.acceptedAgainst() : taste.ignoredAgainst();
    var verb = warms ? "you accepted " : "you ignored ";
    return 2 * did >= taste.choices()
        ? verb + did + " of " + taste.choices() + " like this"
        : verb + against + " of " + taste.choices() + " like this against the advice";
  }

  private static String ofColleagues(SignalName name, int points) {
    return "your colleagues accept "
        + (warms(name, points) ? "more" : "fewer")
        + " like this than advised";
  }

  private static boolean warms(SignalName name, int points) {
    return name.axis() == Axis.RELEVANCE ? points > 0 : points < 0;
  }
}
