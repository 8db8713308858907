package dev.tend.scoring.policy;

/** A policy file, from a file or over HTTP: it holds, or every fault has its place and reason. */
public final class PolicyFileFuzz {
  private PolicyFileFuzz() {}

  /** YAML, or what claims to be. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (PolicyFile.read(input) instanceof PolicyFile.Faulty(var faults)) {
      for (var fault : faults) {
        if (fault.line() < 1 || fault.column() < 1 || fault.reason().isBlank()) {
          throw new AssertionError("A fault says not where or why: " + fault.sentence());
        }
      }
    }
  }
}
