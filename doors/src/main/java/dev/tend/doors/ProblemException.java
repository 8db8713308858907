package dev.tend.doors;

import dev.tend.events.Problem;
import dev.tend.events.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem. It is an answer, not a fault, and is not logged. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String INVALID = "Not valid";

  private final transient Problem problem;
  private final @Nullable Duration retryAfter;

  private ProblemException(Problem problem, @Nullable Duration retryAfter) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  /** The input is wrong in one field. */
  public static ProblemException invalid(Refusal refusal) {
    return new ProblemException(Problem.of(400, INVALID, refusal), null);
  }

  /** The input is wrong in one field, such as a parameter. */
  public static ProblemException invalid(String field, String reason) {
    return invalid(new Refusal(field, reason));
  }

  /** The input is wrong in several places. */
  public static ProblemException invalid(String detail, List<Problem.Item> errors) {
    return new ProblemException(new Problem("about:blank", INVALID, 400, detail, errors), null);
  }

  /** The credential that a request carries instead of a token does not hold. */
  public static ProblemException unauthorized(Refusal refusal) {
    return new ProblemException(Problem.of(401, "Not believed", refusal), null);
  }

  /** The token is good, but not for this. */
  public static ProblemException forbidden(String detail) {
    return new ProblemException(Problem.of(403, "Not allowed", detail), null);
  }

  /** There is no such thing. */
  public static ProblemException notFound(String detail) {
    return new ProblemException(Problem.of(404, "Not found", detail), null);
  }

  /** There is more of the input than this door takes. */
  public static ProblemException tooLarge(String detail) {
    return new ProblemException(Problem.of(413, "Too large", detail), null);
  }

  /** The input is of another kind than this door takes. */
  public static ProblemException mediaType(String detail) {
    return new ProblemException(Problem.of(415, "Media type not taken", detail), null);
  }

  /** Tend cannot do it now; the same request will be welcome after a while. */
  public static ProblemException later(Duration retryAfter, String detail) {
    return later(retryAfter, detail, List.of());
  }

  /** Tend could do only a part of it now; what is missing is named. */
  public static ProblemException later(
      Duration retryAfter, String detail, List<Problem.Item> missing) {
    return new ProblemException(
        new Problem("about:blank", "Not now", 503, detail, missing), retryAfter);
  }

  /** Somebody else has it done already; the same request will be welcome after a while. */
  public static ProblemException busy(Duration retryAfter, String detail) {
    return new ProblemException(Problem.of(429, "Too many requests", detail), retryAfter);
  }

  /** The body of the answer. */
  public Problem problem() {
    return problem;
  }

  /** What the header {@code Retry-After} says. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
