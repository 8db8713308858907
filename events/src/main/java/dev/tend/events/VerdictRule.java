package dev.tend.events;

import java.util.List;

/**
 * The rule that turns reasons into a verdict. The bars are defaults; the figures come from the
 * product's design.
 *
 * <ol>
 *   <li>risk at {@code ignoreAt} or above, or a blocked inviter: ignore;
 *   <li>relevance at the stage's bar or above and risk below {@code carefulAt}: accept;
 *   <li>otherwise ask or ignore, as the member wishes. Nobody is asked twice, and nobody with risk
 *       at {@code carefulAt} or above is asked.
 * </ol>
 *
 * <p>Place and language are told and counted, together at most {@code placeAndLanguageCap} points,
 * but the verdict is the one that would be reached without them: they are weak and unfair evidence,
 * so nobody is ignored for them.
 */
public record VerdictRule(
    int building,
    int growing,
    int selective,
    int carefulAt,
    int ignoreAt,
    int placeAndLanguageCap) {
  public static final VerdictRule DEFAULT = new VerdictRule(10, 25, 45, 30, 60, 20);

  /** The highest value of either axis. */
  public static final int CAP = 100;

  public VerdictRule {
    if (!(0 < building && building <= growing && growing <= selective && selective <= CAP)) {
      throw new RefusedException("bars", "must rise from building to selective, within 1 to 100");
    }
    if (!(0 < carefulAt && carefulAt <= ignoreAt && ignoreAt <= CAP)) {
      throw new RefusedException("carefulAt", "must not be above ignoreAt, within 1 to 100");
    }
    Checked.between("placeAndLanguageCap", placeAndLanguageCap, 0, 20);
  }

  /** The relevance that a stage asks for before it accepts. */
  public int bar(Stage stage) {
    return switch (stage) {
      case BUILDING -> building;
      case GROWING -> growing;
      case SELECTIVE -> selective;
    };
  }

  /** Judges by the reasons; see {@link #verdict}. */
  public Judgement judge(List<Signal> signals, Stage stage, Unsure unsure, boolean askedBefore) {
    var sums = Sums.of(signals);
    return judgement(sums, verdict(sums, stage, unsure, askedBefore));
  }

  /**
   * The verdict that follows from the sums.
   *
   * @param askedBefore whether this inviter has been asked by this member and the question is no
   *     longer open
   */
  public Verdict verdict(Sums sums, Stage stage, Unsure unsure, boolean askedBefore) {
    if (sums.blocked() || sums.risk() >= ignoreAt) {
      return Verdict.IGNORE;
    }
    if (sums.relevance() >= bar(stage) && sums.risk() < carefulAt) {
      return Verdict.ACCEPT;
    }
    return unconvinced(sums, unsure, askedBefore);
  }

  /** What becomes of an invitation that is not accepted: it is asked about, or ignored. */
  public Verdict unconvinced(Sums sums, Unsure unsure, boolean askedBefore) {
    boolean mayAsk =
        !sums.blocked() && unsure == Unsure.ASK && sums.risk() < carefulAt && !askedBefore;
    return mayAsk ? Verdict.ASK : Verdict.IGNORE;
  }

  /** A verdict, whoever reached it, with both sums as a reader sees them. */
  public Judgement judgement(Sums sums, Verdict verdict) {
    int risk = sums.risk() + Math.min(sums.placeAndLanguage(), placeAndLanguageCap);
    return new Judgement(verdict, Math.min(sums.relevance(), CAP), Math.min(risk, CAP));
  }

  /** A verdict and the two sums, 0 to 100, that it came from. */
  public record Judgement(Verdict verdict, int relevance, int risk) {}

  /**
   * The reasons, added up and not capped yet.
   *
   * @param risk what decides: place and language aside
   * @param placeAndLanguage what is told and never decides
   */
  public record Sums(int relevance, int risk, int placeAndLanguage, boolean blocked) {

    /** Adds up reasons. */
    public static Sums of(List<Signal> signals) {
      int relevance = 0;
      int risk = 0;
      int placeAndLanguage = 0;
      boolean blocked = false;
      for (var signal : signals) {
        if (signal.axis() == Axis.RELEVANCE) {
          relevance += signal.points();
        } else if (signal.is(SignalName.FAR_AWAY) || signal.is(SignalName.UNFAMILIAR_LANGUAGE)) {
          placeAndLanguage += signal.points();
        } else {
          risk += signal.points();
          blocked |= signal.is(SignalName.BLOCKED);
        }
      }
      return new Sums(relevance, risk, placeAndLanguage, blocked);
    }
  }
}
