package dev.tend.doors;

import dev.tend.events.Problem;

/** The problem for a status of which nothing more is known. */
final class StatusProblems {
  private StatusProblems() {}

  static Problem of(int status) {
    return switch (status) {
      case 401 ->
          Problem.of(401, "Not signed in", "Send a valid token as Authorization: Bearer ….");
      case 403 -> Problem.of(403, "Not allowed", "The token does not carry the role for this.");
      case 404 -> Problem.of(404, "Not found", "There is nothing at this address.");
      case 405 -> Problem.of(405, "Method not taken", "This address does not take this method.");
      case 406 ->
          Problem.of(406, "Not acceptable", "Answers are JSON; accept application/json or */*.");
      case 413 -> Problem.of(413, "Too large", "The body is larger than this address takes.");
      case 415 ->
          Problem.of(415, "Media type not taken", "This address does not take this Content-Type.");
      default ->
          status >= 500
              ? Problem.of(status, "A fault in Tend", "The request failed; the log says why.")
              : Problem.of(status, "Not valid", "The request is not valid HTTP for this address.");
    };
  }
}
