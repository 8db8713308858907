package dev.tend.scoring.learning;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tend.events.Axis;
import dev.tend.events.SignalName;
import dev.tend.scoring.learning.Voice.Opinion;
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
 * @param members how many members had something to say when they were last asked
 * @param tastes one for each reason that the firm moves or that enough members speak of
 * @param revisedAt when the members were last asked; null when never
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FirmTastes(int members, List<FirmTaste> tastes, @Nullable Instant revisedAt) {
  /** How far the firm may go either way, in points. */
  static final int MOST = 5;

  /** Fewer members with a taste of their own are no firm. */
  static final int LEAST_MEMBERS = 5;

  /** Voices for the rules as they stand. */
  static final int SILENT = 5;

  /** How often the firm may move. */
  static final Duration PAUSE = Duration.ofDays(7);

  /** A firm that has not learned anything. */
  public static final FirmTastes NONE = new FirmTastes(0, List.of(), null);

  public FirmTastes {
    tastes = List.copyOf(tastes);
  }

  /**
   * A firm that begins to listen, and moves when all have had a week to be heard: else the first
   * few who are heard would move it alone.
   */
  public static FirmTastes beginning(Instant now) {
    return new FirmTastes(0, List.of(), now);
  }

  /** How many points more each reason counts, or less when negative; never 0. */
  public Map<SignalName, Integer> points() {
    var points = new EnumMap<SignalName, Integer>(SignalName.class);
    for (var taste : tastes) {
      if (taste.points() != 0) {
        SignalName.of(taste.signal()).ifPresent(name -> points.put(name, taste.points()));
      }
    }
    return points;
  }

  /** Whether it is time to ask the members again. */
  public boolean isDue(Instant now) {
    return revisedAt == null || !now.isBefore(revisedAt.plus(PAUSE));
  }

  /**
   * One step towards what the members prefer now; the same when it is not time yet.
   *
   * @param voices one of each member who has something to say
   */
  public FirmTastes revised(Collection<Voice> voices, Instant now) {
    if (!isDue(now)) {
      return this;
    }
    var heard = new EnumMap<SignalName, List<Opinion>>(SignalName.class);
    for (var voice : voices) {
      for (var opinion : voice.opinions()) {
        SignalName.of(opinion.signal())
            .ifPresent(name -> heard.computeIfAbsent(name, any -> new ArrayList<>()).add(opinion));
      }
    }
    var before = points();
    var revised = new ArrayList<FirmTaste>();
    for (var name : SignalName.values()) {
      var opinions = heard.getOrDefault(name, List.of());
      int points = before.getOrDefault(name, 0);
      int after = points + Integer.signum(wanted(name, opinions) - points);
      if (after != 0 || opinions.size() >= LEAST_MEMBERS) {
        revised.add(told(name, after, opinions));
      }
    }
    return new FirmTastes(voices.size(), revised, now);
  }

  private static FirmTaste told(SignalName name, int points, List<Opinion> opinions) {
    var counted = opinions.size() < LEAST_MEMBERS ? List.<Opinion>of() : opinions;
    return new FirmTaste(
        name.word(),
        points,
        counted.size(),
        (int) counted.stream().filter(opinion -> opinion.tenths() > 0).count(),
        (int) counted.stream().filter(opinion -> opinion.tenths() < 0).count());
  }

  /** Where the members lean, if what they did against the advice goes the same way. */
  private static int wanted(SignalName name, List<Opinion> opinions) {
    if (opinions.size() < LEAST_MEMBERS) {
      return 0;
    }
    double lean = median(opinions.stream().mapToDouble(Opinion::lean));
    double against = median(opinions.stream().mapToDouble(Opinion::against));
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
