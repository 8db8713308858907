package dev.tend.local.demo;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What notify-service counts: everything that came in is accepted, asked, ignored, dead or open.
 */
record Ledger(
    long received,
    long accept,
    long ask,
    long ignore,
    long dead,
    long undecided,
    boolean balanced) {

  static Ledger of(JsonNode json) {
    return new Ledger(
        json.path("received").asLong(),
        json.path("accept").asLong(),
        json.path("ask").asLong(),
        json.path("ignore").asLong(),
        json.path("dead").asLong(),
        json.path("undecided").asLong(),
        json.path("balanced").asBoolean());
  }

  /** Whether at least so many invitations came in, and each of them is accounted for. */
  boolean settled(long expected) {
    return balanced && undecided == 0 && received >= expected;
  }

  long decided() {
    return accept + ask + ignore;
  }

  String sentence() {
    return "%d received = %d accept + %d ask + %d ignore + %d dead + %d undecided, %s"
        .formatted(
            received, accept, ask, ignore, dead, undecided, balanced ? "balanced" : "NOT balanced");
  }
}
