package dev.tend.scoring.learning;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tend.events.Axis;
import dev.tend.events.SignalName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What the firm's members prefer together: for each reason the median of their leans, among which
 * {@link #SILENT} more count as 0. So a member has one voice, however many choices they make and
 * however absurd these are, a few who act together move nothing, and few voices say little.
 *
 * <p>Moves slowly: once a week, by one point at most, within {@link #MOST}. No red flag ever counts
 * less for the firm: whoever sends out a campaign that members fall for shall not train its
 * defences away.
 *
 * @param points how many points more each reason counts, or less when negative; never 0
 * @param revisedAt when the members were last asked; null when never
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FirmTastes(Map<SignalName, Integer> points, @Nullable Instant revisedAt) {
  /** How far the firm may go either way, in points. */
  static final int MOST = 5;

  /** Fewer members with a taste of their own are no firm. */
  static final int LEAST_MEMBERS = 5;

  /** Voices for the rules as they stand. */
  static final int SILENT = 5;

  /** How often the firm may move. */
  static final Duration PAUSE = Duration.ofDays(7);

  /** A firm that has not learned anything. */
  public static final FirmTastes NONE = new FirmTastes(Map.of(), null);

  public FirmTastes {
    points = Map.copyOf(points);
  }

  /** Whether it is time to ask the members again. */
  public boolean isDue(Instant now) {
    return revisedAt == null || !now.isBefore(revisedAt.plus(PAUSE));
  }

  /**
   * One step towards what the members prefer now; the same when it is not time yet.
   *
   * @param members one of each member
   */
  public FirmTastes revised(Collection<Tastes> members, Instant now) {
    if (!isDue(now)) {
      return this;
    }
    var voices = new EnumMap<SignalName, List<Taste>>(SignalName.class);
    for (var tastes : members) {
      for (var taste : tastes.all()) {
        voices.computeIfAbsent(taste.signal(), any -> new ArrayList<>()).add(taste);
      }
    }
    var revised = new EnumMap<SignalName, Integer>(SignalName.class);
    for (var name : SignalName.values()) {
      int before = points.getOrDefault(name, 0);
      int after =
          before + Integer.signum(wanted(name, voices.getOrDefault(name, List.of())) - before);
      if (after != 0) {
        revised.put(name, after);
      }
    }
    return new FirmTastes(revised, now);
  }

  /** Where the members lean, if what they did against the advice goes the same way. */
  private static int wanted(SignalName name, List<Taste> voices) {
    if (voices.size() < LEAST_MEMBERS) {
      return 0;
    }
    double lean = median(voices.stream().mapToDouble(Taste::lean));
    double against = median(voices.stream().mapToDouble(Taste::against));
    int least = name.axis() == Axis.RISK ? 0 : -MOST;
    return lean * against > 0 ? Math.clamp(Math.round(lean), least, MOST) : 0;
  }

  private static double median(DoubleStream voices) {
    var all = DoubleStream.concat(voices, DoubleStream.generate(() -> 0).limit(SILENT)).toArray();
    Arrays.sort(all);
    int middle = all.length / 2;
    return all.length % 2 == 1 ? all[middle] : (all[middle - 1] + all[middle]) / 2;
  }
}
