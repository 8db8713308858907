package dev.tend.scoring.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tend.events.SignalName;
import dev.tend.events.Verdict;
import java.util.Set;

/**
 * One invitation, and what an expert says of it.
 *
 * @param theme the name of its file, without the ending
 * @param rule the expert's rule that it stands for, in words
 * @param hard whether a careful person has to look twice
 * @param body the body of {@code POST /explain}
 * @param verdicts the one that is right, or those between which experts would differ
 * @param has signals that must be there
 * @param hasNot signals that must not
 * @param all whether {@code has} is the complete list
 */
record Labelled(
    String id,
    String theme,
    String rule,
    boolean hard,
    ObjectNode body,
    Set<Verdict> verdicts,
    Set<SignalName> has,
    Set<SignalName> hasNot,
    boolean all) {

  /** Whether the expert says that this verdict is right, and no other. */
  boolean isOnly(Verdict verdict) {
    return verdicts.equals(Set.of(verdict));
  }

  /** Whether the expert says that this signal must not be there. */
  boolean denies(SignalName signal) {
    return hasNot.contains(signal) || (all && !has.contains(signal));
  }
}
