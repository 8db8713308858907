package dev.tend.scoring.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tend.events.Decision;
import dev.tend.events.Verdict;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;

/**
 * As much of a decision as it takes to supersede it, and to see whether a later one says the same.
 * The decision itself lies on {@code tend.decisions}; here its words are hashed, which keeps the
 * stores a third smaller.
 *
 * @param words SHA-256 of all that a reader sees but the time, in Base64
 */
record LastDecision(String id, Verdict verdict, Instant decidedAt, String words) {

  static LastDecision of(Decision decision) {
    return new LastDecision(
        decision.id(), decision.verdict(), decision.decidedAt(), hashed(decision));
  }

  /** Whether a decision says what this one said, its time aside. */
  boolean saysTheSameAs(Decision decision) {
    return verdict == decision.verdict() && words.equals(hashed(decision));
  }

  private static String hashed(Decision decision) {
    var text = new StringBuilder(1024);
    add(text, decision.verdict().name());
    add(text, Integer.toString(decision.relevance()));
    add(text, Integer.toString(decision.risk()));
    add(text, decision.summary());
    add(text, decision.policy());
    for (var signal : decision.signals()) {
      add(text, signal.name());
      add(text, signal.axis().name());
      add(text, Integer.toString(signal.points()));
      add(text, signal.evidence());
    }
    for (var otherwise : decision.wouldBe()) {
      add(text, otherwise.verdict().name());
      add(text, otherwise.condition());
    }
    var digest = sha256().digest(text.toString().getBytes(UTF_8));
    return Base64.getEncoder().withoutPadding().encodeToString(digest);
  }

  /** A separator that no checked text can hold keeps two neighbours apart. */
  private static void add(StringBuilder text, String part) {
    var _ = text.append(part).append('\u0000');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
