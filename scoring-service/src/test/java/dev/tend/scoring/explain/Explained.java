package dev.tend.scoring.explain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tend.events.Codec;
import dev.tend.events.Decision;
import dev.tend.events.Decoded;
import dev.tend.scoring.policy.Case;
import dev.tend.scoring.policy.Judge;
import java.time.Instant;

/** What {@code POST /explain} answers to a body, without HTTP: for data that tests read. */
public final class Explained {
  private static final Judge JUDGE = new Judge();

  private final Question question;

  private Explained(Question question) {
    this.question = question;
  }

  /**
   * A body as the door reads it.
   *
   * @throws AssertionError naming the case, when the door would refuse it
   */
  public static Explained question(String name, ObjectNode body) {
    return switch (Codec.DOOR.read(body, Question.class)) {
      case Decoded.Refused<Question> refused ->
          throw new AssertionError(name + ": " + refused.refusal().sentence());
      case Decoded.Value<Question> question -> new Explained(question.value());
    };
  }

  /** The decision about a body. */
  public static Decision decision(String name, ObjectNode body) {
    return question(name, body).decision();
  }

  /** The decision, at the time that the question gives. */
  public Decision decision() {
    Instant given = question.now();
    var now = given == null ? Case.NOW : given;
    return JUDGE.decide(question.facts(now), now, "");
  }
}
