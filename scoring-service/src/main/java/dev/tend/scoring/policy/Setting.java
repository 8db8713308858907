package dev.tend.scoring.policy;

import dev.tend.events.SignalName;
import dev.tend.events.Stage;
import dev.tend.events.Unsure;
import dev.tend.events.VerdictRule;
import dev.tend.scoring.signal.Discretion;
import dev.tend.scoring.signal.Part;
import dev.tend.scoring.signal.Weights;
import dev.tend.scoring.signal.Worth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One value that a layer of the policy file can set. All of them stand here: what is read, refused,
 * completed by an editor, resolved and dumped follows from this one table.
 *
 * @param path where it stands in a layer, such as {@code points.same-employer.overlap}
 * @param byDefault what holds when no layer says anything
 * @param about one sentence for whoever writes the file, told by their editor
 */
record Setting<T>(String path, Kind<T> kind, T byDefault, String about) {
  static final Setting<Stage> STAGE =
      new Setting<>(
          "stage",
          new Kind.OneOf<>(Stage.class),
          Stage.GROWING,
          "How selective a member is who says nothing else themselves.");
  static final Setting<Unsure> UNSURE =
      new Setting<>(
          "unsure",
          new Kind.OneOf<>(Unsure.class),
          Unsure.ASK,
          "What becomes of an invitation for which no sufficient reason is seen.");
  static final Setting<Integer> BUILDING = bar("building", VerdictRule.DEFAULT.building());
  static final Setting<Integer> GROWING = bar("growing", VerdictRule.DEFAULT.growing());
  static final Setting<Integer> SELECTIVE = bar("selective", VerdictRule.DEFAULT.selective());
  static final Setting<Integer> CAREFUL_AT =
      whole(
          "carefulAt",
          VerdictRule.DEFAULT.carefulAt(),
          "The risk from which nobody is accepted, nor asked.");
  static final Setting<Integer> IGNORE_AT =
      whole(
          "ignoreAt", VerdictRule.DEFAULT.ignoreAt(), "The risk from which everybody is ignored.");

  /** A layer can only lower what the one above it says. */
  static final Setting<Integer> PLACE_AND_LANGUAGE_CAP =
      new Setting<>(
          "placeAndLanguageCap",
          new Kind.Whole(0, VerdictRule.DEFAULT.placeAndLanguageCap()),
          VerdictRule.DEFAULT.placeAndLanguageCap(),
          "The most that place and language are told to weigh together; they never decide. A layer can only lower it.");

  static final Setting<Discretion> COLLEAGUES =
      new Setting<>(
          "privacy.colleagues",
          new Kind.OneOf<>(Discretion.class),
          Discretion.NAMES,
          "Whether evidence tells colleagues by name, or only how many they are.");
  static final Setting<Learning> LEARNING =
      new Setting<>(
          "learning",
          new Kind.OneOf<>(Learning.class),
          Learning.MEMBER,
          "What is learned from members' choices: nothing, for each member alone, or slowly for the firm as well.");
  static final Setting<Duration> ANSWER_WITHIN =
      new Setting<>(
          "answerWithin",
          new Kind.Time(Duration.ofHours(1), Duration.ofDays(180)),
          Duration.ofDays(14),
          "How long a question stays open, in days or hours.");

  private static final Map<Worth, Setting<Integer>> POINTS = points();
  private static final Map<SignalName, Setting<Integer>> MOST = most();
  private static final List<Setting<?>> ALL = all(POINTS, MOST);

  /** Every setting there is, in the order in which they are told. */
  static List<Setting<?>> all() {
    return ALL;
  }

  /** The points of a reason. */
  static Map<Worth, Setting<Integer>> ofPoints() {
    return POINTS;
  }

  /** The most that a signal counts. */
  static Map<SignalName, Setting<Integer>> ofMost() {
    return MOST;
  }

  /** The part of the path that stands at the margin of a layer, such as {@code points}. */
  String key() {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }

  private static Setting<Integer> bar(String stage, int byDefault) {
    return whole(
        "bars." + stage, byDefault, "The relevance from which a " + stage + " network accepts.");
  }

  private static Setting<Integer> whole(String path, int byDefault, String about) {
    return new Setting<>(path, new Kind.Whole(1, VerdictRule.CAP), byDefault, about);
  }

  /** A block is no matter of points, and a cap has a setting of its own. */
  private static Map<Worth, Setting<Integer>> points() {
    var points = new EnumMap<Worth, Setting<Integer>>(Worth.class);
    for (var worth : Worth.values()) {
      var part = Part.of(worth);
      if (worth != Worth.BLOCKED && !part.word().equals(Part.MOST)) {
        var path = part.signal().map(signal -> signal.word() + ".").orElse("") + part.word();
        points.put(
            worth,
            whole(
                "points." + path,
                Weights.DEFAULT.of(worth),
                part.word().equals(Part.BASE)
                    ? "What it is worth in itself; docs/policy.md explains every signal."
                    : "See docs/policy.md."));
      }
    }
    return points;
  }

  private static Map<SignalName, Setting<Integer>> most() {
    var most = new EnumMap<SignalName, Setting<Integer>>(SignalName.class);
    for (var signal : SignalName.values()) {
      if (signal != SignalName.BLOCKED) {
        int byDefault = ofMost(signal).map(Weights.DEFAULT::of).orElse(VerdictRule.CAP);
        var path = "points." + signal.word() + "." + Part.MOST;
        most.put(
            signal,
            new Setting<>(
                path,
                new Kind.Whole(0, VerdictRule.CAP),
                byDefault,
                "The most that the signal counts; 0 when it is not to be seen."));
      }
    }
    return most;
  }

  /** The worth by which a rule itself stops; empty for a rule that does not add up. */
  static Optional<Worth> ofMost(SignalName signal) {
    for (var worth : Worth.values()) {
      if (Part.of(worth).equals(new Part(Optional.of(signal), Part.MOST))) {
        return Optional.of(worth);
      }
    }
    return Optional.empty();
  }

  private static List<Setting<?>> all(
      Map<Worth, Setting<Integer>> points, Map<SignalName, Setting<Integer>> most) {
    var all = new ArrayList<Setting<?>>();
    all.addAll(
        List.of(
            STAGE,
            UNSURE,
            BUILDING,
            GROWING,
            SELECTIVE,
            CAREFUL_AT,
            IGNORE_AT,
            PLACE_AND_LANGUAGE_CAP,
            COLLEAGUES,
            LEARNING,
            ANSWER_WITHIN));
    all.addAll(points.values());
    all.addAll(most.values());
    return List.copyOf(all);
  }
}
