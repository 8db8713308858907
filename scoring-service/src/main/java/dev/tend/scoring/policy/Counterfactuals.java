package dev.tend.scoring.policy;

import static java.util.Comparator.comparingInt;

import dev.tend.events.Axis;
import dev.tend.events.Education;
import dev.tend.events.Person;
import dev.tend.events.Position;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.events.Stage;
import dev.tend.events.Unsure;
import dev.tend.events.Verdict;
import dev.tend.events.VerdictRule;
import dev.tend.events.WouldBe;
import dev.tend.scoring.name.Employers;
import dev.tend.scoring.name.Schools;
import dev.tend.scoring.signal.Bond;
import dev.tend.scoring.signal.Facts;
import dev.tend.scoring.signal.Weights;
import dev.tend.scoring.signal.Worth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What would alter a verdict: small changes are tried, each with the same rule that gave the
 * verdict, and only those that alter it are told, the smallest first.
 *
 * <p>A change adds the reason, with the points that its rule would give, or takes one away. So a
 * counterfactual costs one more sum over the reasons, and no rule has to run again.
 */
final class Counterfactuals {
  /** More would be a list of the rules, not an answer. */
  private static final int MOST = 3;

  private final Standing standing;
  private final Weights weights;

  Counterfactuals(Standing standing) {
    this.standing = standing;
    this.weights = standing.weights();
  }

  /**
   * A change to the reasons or the policy that alters the verdict.
   *
   * @param condition how it is told
   * @param size in points
   */
  record Change(
      Supplier<String> condition,
      List<Signal> signals,
      Stage stage,
      Unsure unsure,
      Verdict verdict,
      int size) {}

  /** The smallest changes that alter a verdict. */
  List<WouldBe> of(Facts facts, List<Signal> signals, Verdict verdict) {
    return changes(facts, signals, verdict).stream()
        .sorted(comparingInt(Change::size))
        .limit(MOST)
        .map(change -> new WouldBe(change.verdict(), change.condition().get()))
        .toList();
  }

  /** Every change that was tried and alters the verdict. */
  List<Change> changes(Facts facts, List<Signal> signals, Verdict verdict) {
    var trial = new Trial(facts, signals, verdict);
    if (verdict == Verdict.ACCEPT) {
      trial.withoutReasons();
    } else {
      trial.withoutFlags();
      trial.withReasons();
      trial.withAnotherPolicy();
    }
    return trial.changes;
  }

  /** The changes for one decision. */
  private final class Trial {
    private final Facts facts;
    private final List<Signal> signals;
    private final Verdict verdict;
    private final List<Change> changes = new ArrayList<>();

    Trial(Facts facts, List<Signal> signals, Verdict verdict) {
      this.facts = facts;
      this.signals = signals;
      this.verdict = verdict;
    }

    void withReasons() {
      if (!has(SignalName.COLLEAGUE_KNOWS_THEM)) {
        with(
            SignalName.COLLEAGUE_KNOWS_THEM,
            weights.of(Worth.COLLEAGUE),
            "a colleague were connected with them");
      }
      if (!has(SignalName.CLIENT)) {
        with(SignalName.CLIENT, weights.of(Worth.CLIENT), "they worked at a client of yours");
      }
      if (!facts.askedBefore() && !has(SignalName.REPLY_EXPLAINS)) {
        with(
            SignalName.REPLY_EXPLAINS,
            weights.of(Worth.REPLY_CONFIRMED),
            "they reminded you of something that your history bears out");
      }
      employer()
          .ifPresent(
              name ->
                  with(
                      SignalName.SAME_EMPLOYER,
                      weights.of(Worth.SAME_EMPLOYER)
                          + Bond.afterAYear(weights.of(Worth.SAME_EMPLOYER_OVERLAP)),
                      "they had worked at " + name + " when you did, for a year"));
      school()
          .ifPresent(
              name ->
                  with(
                      SignalName.SAME_SCHOOL,
                      weights.of(Worth.SAME_SCHOOL)
                          + Bond.afterAYear(weights.of(Worth.SAME_SCHOOL_OVERLAP)),
                      "they had been at " + name + " when you were, for a year"));
    }

    void withoutReasons() {
      var reasons = on(Axis.RELEVANCE);
      without(reasons, "none of these reasons held");
    }

    void withoutFlags() {
      without(on(Axis.RISK), "none of these red flags were there");
    }

    /** Each alone; then two, of which neither is enough alone; then all, if nothing less is. */
    private void without(List<Signal> some, String all) {
      int before = changes.size();
      var enough = new boolean[some.size()];
      for (int i = 0; i < some.size(); i++) {
        enough[i] = take(List.of(some.get(i)));
      }
      for (int i = 0; i < some.size(); i++) {
        for (int j = i + 1; j < some.size(); j++) {
          if (!enough[i] && !enough[j]) {
            var _ = take(List.of(some.get(i), some.get(j)));
          }
        }
      }
      if (some.size() > 2 && changes.size() == before) {
        var _ = without(some, () -> all);
      }
    }

    void withAnotherPolicy() {
      var verdicts = standing.terms().verdicts();
      for (var stage : Stage.values()) {
        if (stage.compareTo(standing.stage()) < 0) {
          var _ =
              alter(
                  () -> "you were " + said(stage) + " your network",
                  signals,
                  stage,
                  standing.unsure(),
                  VerdictRule.CAP + verdicts.bar(standing.stage()) - verdicts.bar(stage));
        }
      }
      if (standing.unsure() == Unsure.IGNORE) {
        var _ =
            alter(
                () -> "you asked when you are unsure",
                signals,
                standing.stage(),
                Unsure.ASK,
                VerdictRule.CAP);
      }
    }

    /** The employer where both were at different times, else the member's last one. */
    private Optional<String> employer() {
      return place(Person::positions, Position::company, Employers::same)
          .or(
              () ->
                  mine(Person::positions)
                      .filter(position -> position.from() != null)
                      .map(Position::company)
                      .filter(Employers::isEmployer)
                      .findFirst());
    }

    private Optional<String> school() {
      return place(Person::education, Education::school, Schools::same)
          .or(
              () ->
                  mine(Person::education)
                      .map(Education::school)
                      .filter(school -> !Schools.key(school).isEmpty())
                      .findFirst());
    }

    private <T> Optional<String> place(
        Function<Person, List<T>> places,
        Function<T, String> name,
        BiPredicate<String, String> same) {
      return mine(places)
          .map(name)
          .filter(
              mine ->
                  places.apply(facts.inviter()).stream()
                      .anyMatch(their -> same.test(mine, name.apply(their))))
          .findFirst();
    }

    private <T> Stream<T> mine(Function<Person, List<T>> places) {
      return Optional.ofNullable(facts.member().profile()).stream()
          .flatMap(person -> places.apply(person).stream());
    }

    /**
     * The same reason, when it is there already, is made stronger; a stronger one is left alone.
     */
    private void with(SignalName name, int points, String condition) {
      int before = 0;
      var changed = new ArrayList<Signal>(signals.size() + 1);
      for (var signal : signals) {
        if (signal.is(name)) {
          before += signal.points();
        } else {
          changed.add(signal);
        }
      }
      if (before < points) {
        changed.add(Signal.of(name, Math.min(points, VerdictRule.CAP), condition));
        var _ = alter(() -> condition, changed, points - before);
      }
    }

    private boolean take(List<Signal> gone) {
      return without(
          gone,
          () ->
              gone.stream().map(Counterfactuals::condition).collect(Collectors.joining(", and ")));
    }

    private boolean without(List<Signal> gone, Supplier<String> condition) {
      int size = 0;
      var changed = new ArrayList<Signal>(signals.size());
      for (var signal : signals) {
        if (gone.contains(signal)) {
          size += signal.points();
        } else {
          changed.add(signal);
        }
      }
      return alter(condition, changed, size);
    }

    private boolean alter(Supplier<String> condition, List<Signal> changed, int size) {
      return alter(condition, changed, standing.stage(), standing.unsure(), size);
    }

    /** Tries a change, and keeps it if it alters the verdict. */
    private boolean alter(
        Supplier<String> condition, List<Signal> changed, Stage stage, Unsure unsure, int size) {
      var other = standing.judge(changed, stage, unsure, facts.askedBefore()).verdict();
      if (other == verdict) {
        return false;
      }
      changes.add(new Change(condition, changed, stage, unsure, other, size));
      return true;
    }

    private List<Signal> on(Axis axis) {
      var some = new ArrayList<Signal>(signals.size());
      for (var signal : signals) {
        if (signal.axis() == axis) {
          some.add(signal);
        }
      }
      return some;
    }

    private boolean has(SignalName name) {
      for (var signal : signals) {
        if (signal.is(name)) {
          return true;
        }
      }
      return false;
    }
  }

  private static String said(Stage stage) {
    return switch (stage) {
      case BUILDING -> "still building";
      case GROWING -> "growing";
      case SELECTIVE -> "selective about";
    };
  }

  /** How the absence of a reason is told. */
  private static String condition(Signal signal) {
    return SignalName.of(signal.name())
        .map(Counterfactuals.GONE::get)
        .orElse("this did not hold: " + signal.evidence());
  }

  private static final Map<SignalName, String> GONE =
      Map.ofEntries(
          Map.entry(SignalName.SAME_EMPLOYER, "you had not worked for the same employer"),
          Map.entry(SignalName.SAME_SCHOOL, "you had not been to the same school"),
          Map.entry(SignalName.SAME_FIELD, "you did not work in the same field"),
          Map.entry(SignalName.SAME_CAUSE, "you did not share a cause"),
          Map.entry(SignalName.COMPANY_OF_INTEREST, "their company were of no interest to you"),
          Map.entry(SignalName.ASPIRED_ROLE, "you did not aspire to their role"),
          Map.entry(SignalName.CLIENT, "they did not belong to a client of yours"),
          Map.entry(SignalName.PROSPECT, "they did not belong to a prospect of yours"),
          Map.entry(SignalName.EXPERT, "you did not look for experts in their field"),
          Map.entry(SignalName.CANDIDATE, "you did not place people like them"),
          Map.entry(SignalName.MUTUAL_CONNECTIONS, "you had no connections in common"),
          Map.entry(SignalName.COLLEAGUE_KNOWS_THEM, "no colleague were connected with them"),
          Map.entry(SignalName.KNOWN_CORRESPONDENT, "you had never written to each other"),
          Map.entry(SignalName.CLAIM_CONFIRMED, "what they wrote could not be confirmed"),
          Map.entry(SignalName.PERSONAL_NOTE, "the note were not personal"),
          Map.entry(SignalName.REPLY_EXPLAINS, "their answer explained nothing"),
          Map.entry(SignalName.SAME_PLACE, "you did not live in the same place"),
          Map.entry(SignalName.CLAIM_UNSUPPORTED, "what they claim were borne out"),
          Map.entry(SignalName.SCANT_PROFILE, "their profile said more"),
          Map.entry(SignalName.UNFAMILIAR_LANGUAGE, "you read their language"),
          Map.entry(SignalName.FAR_AWAY, "you worked in their country"),
          Map.entry(SignalName.NO_PORTRAIT, "their profile had a portrait"),
          Map.entry(SignalName.MASS_INVITER, "they had not invited so many of you"),
          Map.entry(SignalName.IMPERSONATION, "they did not bear another's name"),
          Map.entry(SignalName.COPIED_NOTE, "the note had not gone to others"),
          Map.entry(SignalName.SALES_PITCH, "the note were no sales pitch"),
          Map.entry(SignalName.LINK_IN_NOTE, "the note did not lead elsewhere"),
          Map.entry(SignalName.IMPLAUSIBLE_HISTORY, "their history were plausible"),
          Map.entry(SignalName.FEW_CONNECTIONS, "they had more connections"),
          Map.entry(SignalName.IGNORED_BEFORE, "they had not been ignored before"),
          Map.entry(SignalName.BLOCKED, "you had not blocked them"));
}
