package dev.tend.scoring.policy;

import dev.tend.events.Refusal;
import java.util.List;

/**
 * A policy file that was read: firm, teams and members in YAML, as {@code docs/policy-file.md}
 * explains it.
 */
public sealed interface PolicyFile {
  /** Thousands of members with a layer of their own stay below. */
  int LARGEST_BYTES = 1 << 20;

  /** All of it holds. */
  record Sound(Policies policies) implements PolicyFile {}

  /**
   * Something in it is wrong, so nothing of it holds.
   *
   * @param faults in the order of the file, at least one
   */
  record Faulty(List<Fault> faults) implements PolicyFile {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /** Reads a file and tells everything that is wrong in it, not only what comes first. */
  static PolicyFile read(byte[] yaml) {
    var findings = new Findings();
    var sheet =
        YamlText.read(yaml, findings)
            .map(root -> new SheetReader(findings).sheet(root))
            .orElse(Sheet.EMPTY);
    for (Refusal refusal : Consistency.of(sheet)) {
      findings.refuse(refusal);
    }
    return findings.areNone() ? new Sound(new Policies(sheet)) : new Faulty(findings.faults());
  }
}
