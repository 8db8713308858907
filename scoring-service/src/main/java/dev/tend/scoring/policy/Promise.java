package dev.tend.scoring.policy;

import static java.util.stream.Collectors.joining;

import dev.tend.events.RefusedException;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.events.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a firm promises whatever the points say: "a client is never ignored".
 *
 * @param when the reasons that must all be there
 * @param unless the reasons of which none may be there
 * @param never the verdicts that are not given then: one or two of the three
 */
record Promise(Set<SignalName> when, Set<SignalName> unless, Set<Verdict> never) {
  static final String WHEN = "when";
  static final String UNLESS = "unless";
  static final String NEVER = "never";

  /** Its keys in a file. */
  static final Set<String> PARTS = Set.of(WHEN, UNLESS, NEVER);

  /** Where somebody is, and what they speak, decides about nobody, for better or worse. */
  private static final Set<SignalName> NEVER_DECIDE =
      Set.of(SignalName.FAR_AWAY, SignalName.UNFAMILIAR_LANGUAGE, SignalName.SAME_PLACE);

  Promise {
    when = Set.copyOf(when);
    unless = Set.copyOf(unless);
    never = Set.copyOf(never);
    conditions(WHEN, when);
    conditions(UNLESS, unless);
    if (when.isEmpty()) {
      throw new RefusedException(WHEN, "must name at least one signal");
    }
    if (never.isEmpty() || never.size() == Verdict.values().length) {
      throw new RefusedException(NEVER, "must name one or two of accept, ask, ignore");
    }
  }

  private static void conditions(String field, Set<SignalName> names) {
    for (var name : names) {
      if (NEVER_DECIDE.contains(name)) {
        throw new RefusedException(field, "must not name a place or a language: they never decide");
      }
      if (name == SignalName.BLOCKED) {
        throw new RefusedException(
            field, "must not name a block: whoever is blocked is ignored in any case");
      }
    }
  }

  /** Whether these reasons fulfil its condition. */
  boolean concerns(List<Signal> signals) {
    return when.stream().allMatch(name -> isAmong(signals, name))
        && unless.stream().noneMatch(name -> isAmong(signals, name));
  }

  private static boolean isAmong(List<Signal> signals, SignalName name) {
    for (var signal : signals) {
      if (signal.is(name)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The verdicts that all promises leave. An earlier promise outweighs a later one: one that would
   * leave no verdict at all is passed over. Nobody is asked twice, whatever is promised.
   */
  static Set<Verdict> left(List<Promise> promises, List<Signal> signals, boolean askedBefore) {
    var left = EnumSet.allOf(Verdict.class);
    if (askedBefore) {
      left.remove(Verdict.ASK);
    }
    for (var promise : promises) {
      if (promise.concerns(signals) && !promise.never.containsAll(left)) {
        left.removeAll(promise.never);
      }
    }
    return left;
  }

  /** In the words of the file, such as {@code when client unless impersonation never ignore}. */
  String said() {
    return WHEN
        + " "
        + words(when)
        + (unless.isEmpty() ? "" : " " + UNLESS + " " + words(unless))
        + " "
        + NEVER
        + " "
        + never.stream().map(Verdict::word).sorted().collect(joining(", "));
  }

  private static String words(Set<SignalName> names) {
    return names.stream().map(SignalName::word).sorted().collect(joining(", "));
  }
}
