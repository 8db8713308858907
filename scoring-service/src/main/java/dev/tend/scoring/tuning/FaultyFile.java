package dev.tend.scoring.tuning;

import dev.tend.scoring.policy.Fault;
import java.util.List;

/**
 * The problem (RFC 9457) with a policy file.
 *
 * @param detail the first error
 * @param errors each with its line and column
 */
record FaultyFile(String type, String title, int status, String detail, List<Fault> errors) {
  static FaultyFile of(List<Fault> faults) {
    return new FaultyFile("about:blank", "Not valid", 400, faults.getFirst().sentence(), faults);
  }
}
