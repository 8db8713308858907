package dev.tend.scoring.explain;

import dev.tend.events.Problem;
import dev.tend.events.Refusal;

/** Ends a request with a problem. It is an answer, not a fault, and is not logged. */
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  private ProblemException(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  static ProblemException invalid(Refusal refusal) {
    return new ProblemException(Problem.of(400, "Not valid", refusal));
  }

  static ProblemException tooLarge(String detail) {
    return new ProblemException(Problem.of(413, "Too large", detail));
  }

  static ProblemException mediaType(String detail) {
    return new ProblemException(Problem.of(415, "Media type not taken", detail));
  }

  /** The body of the answer. */
  Problem problem() {
    return problem;
  }
}
