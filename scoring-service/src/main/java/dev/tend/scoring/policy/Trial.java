package dev.tend.scoring.policy;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.tend.events.Choice;
import dev.tend.events.Decision;
import dev.tend.events.Stage;
import dev.tend.events.Verdict;
import dev.tend.scoring.signal.Facts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Tries a candidate on invitations of the past. Each is judged twice, with the present policy and
 * with the candidate, by what is known today: so only what the policy changes shows. Not
 * thread-safe.
 */
public final class Trial {
  private final Policies present;
  private final Policies candidate;
  private final int limit;
  private final Map<String, List<Tried>> tried = new HashMap<>();
  private Instant since;
  private int held;

  /**
   * A trial.
   *
   * @param since invitations that were received before are passed over
   * @param limit how many to compare, the latest ones
   */
  public Trial(Policies present, Policies candidate, Instant since, int limit) {
    this.present = present;
    this.candidate = candidate;
    this.since = since;
    this.limit = limit;
  }

  /** Something that was known under a key is no longer so, or is replaced by what follows. */
  public void forget(String key) {
    var gone = tried.remove(key);
    held -= gone == null ? 0 : gone.size();
  }

  /**
   * Judges one invitation.
   *
   * @param chosen what the member did; empty for nothing yet
   */
  public void add(String key, Facts facts, Optional<Choice.Kind> chosen) {
    if (facts.receivedAt().isBefore(since)) {
      return;
    }
    var now = present.of(facts.member());
    var before = Judge.decide(facts, now, facts.receivedAt(), "");
    var after = Judge.decide(facts, candidate.of(facts.member()), facts.receivedAt(), "");
    tried
        .computeIfAbsent(key, _ -> new ArrayList<>(1))
        .add(Tried.of(now.stage(), before, after, chosen));
    held++;
    if (held > 2L * limit) {
      keepLatest();
    }
  }

  /** What would not be counted in the end is let go, so that a long past needs no more memory. */
  private void keepLatest() {
    var all =
        tried.values().stream().flatMap(List::stream).map(Tried::receivedAt).sorted().toList();
    since = all.get(all.size() - limit);
    tried.values().forEach(ones -> ones.removeIf(one -> one.receivedAt().isBefore(since)));
    tried.values().removeIf(List::isEmpty);
    held = tried.values().stream().mapToInt(List::size).sum();
  }

  /**
   * One invitation, judged twice. The decisions are kept only where the verdicts differ.
   *
   * @param decisions before and after; empty when both say the same
   */
  private record Tried(
      Instant receivedAt,
      Stage stage,
      Verdict before,
      Verdict after,
      Optional<Choice.Kind> chosen,
      List<Decision> decisions) {
    static Tried of(Stage stage, Decision before, Decision after, Optional<Choice.Kind> chosen) {
      return new Tried(
          before.decidedAt(),
          stage,
          before.verdict(),
          after.verdict(),
          chosen,
          before.verdict() == after.verdict() ? List.of() : List.of(before, after));
    }

    boolean flips() {
      return before != after;
    }

    boolean isChosen() {
      return chosen.isPresent();
    }

    boolean isAsChosen(Verdict verdict) {
      return chosen.filter(kind -> kind.name().equals(verdict.name())).isPresent();
    }

    Flip flip() {
      return new Flip(
          decisions.getFirst().invitation(),
          decisions.getFirst().member(),
          receivedAt,
          stage,
          chosen,
          Flip.Side.of(decisions.getFirst()),
          Flip.Side.of(decisions.getLast()));
    }
  }

  /**
   * What came out.
   *
   * @param examples how many to tell of each way in which a verdict changes
   * @param complete whether all of the past was looked at
   */
  public Comparison outcome(int examples, boolean complete) {
    var latest =
        tried.values().stream()
            .flatMap(List::stream)
            .sorted(comparing(Tried::receivedAt).reversed())
            .limit(limit)
            .toList();
    var flips = new TreeMap<Way, List<Tried>>();
    latest.stream()
        .filter(Tried::flips)
        .forEach(
            one ->
                flips
                    .computeIfAbsent(new Way(one.before(), one.after()), _ -> new ArrayList<>())
                    .add(one));
    return new Comparison(
        latest.size(),
        flips.values().stream().mapToInt(List::size).sum(),
        flips.entrySet().stream().map(way -> change(way.getKey(), way.getValue())).toList(),
        new Comparison.Choices(
            count(latest, Tried::isChosen),
            count(latest, one -> one.isAsChosen(one.before())),
            count(latest, one -> one.isAsChosen(one.after()))),
        flips.values().stream()
            .flatMap(ones -> ones.stream().limit(examples))
            .map(Tried::flip)
            .toList(),
        complete);
  }

  private static Comparison.Change change(Way way, List<Tried> ones) {
    return new Comparison.Change(
        way.from(),
        way.to(),
        ones.size(),
        ones.stream()
            .collect(
                groupingBy(
                    Tried::stage, TreeMap::new, collectingAndThen(counting(), Long::intValue))));
  }

  private static int count(List<Tried> ones, Predicate<Tried> which) {
    return (int) ones.stream().filter(which).count();
  }

  /** From one verdict to another; the order is that in which they are told. */
  private record Way(Verdict from, Verdict to) implements Comparable<Way> {
    @Override
    public int compareTo(Way other) {
      return comparing(Way::from).reversed().thenComparing(Way::to).compare(this, other);
    }
  }
}
