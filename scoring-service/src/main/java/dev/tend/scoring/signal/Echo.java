package dev.tend.scoring.signal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * Something in this invitation that also stood, nearly the same, in what other people sent to the
 * firm within the weeks before. What a person sends to several of us is in {@link
 * EarlierInvitation}; this is about people who seem to have nothing to do with each other.
 *
 * @param what was alike
 * @param inviters how many other people, at least 1
 * @param members how many of us they wrote to, at least 1
 */
public record Echo(Kind what, int inviters, int members) {
  private static final int CAMPAIGN = 3;

  /** The echo of one kind, if there is one. */
  static Optional<Echo> of(Kind what, Facts facts) {
    return facts.echoes().stream().filter(echo -> echo.what() == what).findFirst();
  }

  /**
   * What it is worth that profiles of people who seem to have nothing to do with each other are
   * alike. Two may have had the same teacher or the same career; of three and more, one hand is
   * behind them. Where a colleague vouches for the inviter, it is taken for the same career.
   */
  int points(Facts facts, Weights weights) {
    boolean vouched =
        facts.colleagues().stream().anyMatch(colleague -> colleague.vouches(facts.receivedAt()));
    if (vouched || inviters == 1) {
      return weights.of(Worth.ECHO_OF_ONE);
    }
    return weights.of(inviters < CAMPAIGN ? Worth.ECHO_OF_TWO : Worth.ECHO_OF_MANY);
  }

  /** Who else, such as "3 other people who wrote to your firm lately". */
  String others() {
    return (inviters == 1 ? "1 other person" : inviters + " other people")
        + " who wrote to your firm lately";
  }

  /** What can be alike. */
  public enum Kind {
    /** The text of the note, names and numbers apart. */
    @JsonProperty("note")
    NOTE,
    /** What somebody says about themselves. */
    @JsonProperty("about")
    ABOUT,
    /** The line of employers, titles and dates. */
    @JsonProperty("history")
    HISTORY
  }
}
