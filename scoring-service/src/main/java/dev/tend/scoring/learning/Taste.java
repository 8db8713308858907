package dev.tend.scoring.learning;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.tend.events.Axis;
import dev.tend.events.SignalName;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a member's choices say of one reason.
 *
 * @param lean how many points more, or less when negative, fit the choices best; to a tenth
 * @param points the same in whole points once enough speaks for it, else 0
 * @param choices how many of the member's choices there are with this reason
 * @param accepted how many of these were acceptances
 * @param acceptedAgainst how many of these were acceptances that the rules did not advise
 * @param ignoredAgainst how many were to ignore what the rules advised to accept
 * @param weight what is left of the choices after decay, to a tenth: at most their number
 */
public record Taste(
    SignalName signal,
    double lean,
    int points,
    int choices,
    int accepted,
    int acceptedAgainst,
    int ignoredAgainst,
    double weight) {
  /** Fewer choices with a reason say nothing of it. */
  static final int LEAST_CHOICES = 5;

  /**
   * By how many the choices against the advice must outnumber those the other way. Who follows the
   * advice but for slips keeps the weights of the policy.
   */
  static final int LEAST_AGAINST = 3;

  /**
   * Place and language are unfair evidence; a block and a borrowed name are safeguards, which
   * nobody trains away. They are fitted so that what they explain is not put down to others, and
   * then left out.
   */
  private static final Set<SignalName> NEVER =
      EnumSet.of(
          SignalName.SAME_PLACE,
          SignalName.FAR_AWAY,
          SignalName.UNFAMILIAR_LANGUAGE,
          SignalName.IMPERSONATION,
          SignalName.BLOCKED);

  /** Whether choices may move the points of a reason. */
  static boolean mayLearn(SignalName signal) {
    return !NEVER.contains(signal);
  }

  static Taste of(SignalName signal, Tally tally, double lean) {
    var taste =
        new Taste(
            signal,
            toATenth(lean),
            (int) Math.round(lean),
            tally.choices,
            tally.accepted,
            tally.acceptedAgainst,
            tally.ignoredAgainst,
            toATenth(tally.weight));
    boolean borneOut = Math.abs(taste.against()) >= LEAST_AGAINST && taste.against() * lean > 0;
    return borneOut ? taste : taste.withoutPoints();
  }

  private Taste withoutPoints() {
    return new Taste(signal, lean, 0, choices, accepted, acceptedAgainst, ignoredAgainst, weight);
  }

  /**
   * By how many the choices against the advice say that the reason should count more; negative when
   * they say less.
   */
  @JsonIgnore
  int against() {
    int warmer = acceptedAgainst - ignoredAgainst;
    return signal.axis() == Axis.RELEVANCE ? warmer : -warmer;
  }

  private static double toATenth(double value) {
    return Math.round(value * 10) / 10.0;
  }

  @JsonIgnore
  int ignored() {
    return choices - accepted;
  }

  /** Counts the choices with one reason. */
  static final class Tally {
    private int choices;
    private int accepted;
    private int acceptedAgainst;
    private int ignoredAgainst;
    private double weight;

    void add(Lesson lesson, double itsWeight) {
      choices++;
      weight += itsWeight;
      if (lesson.accepted()) {
        accepted++;
        acceptedAgainst += lesson.isAgainstAdvice() ? 1 : 0;
      } else {
        ignoredAgainst += lesson.isAgainstAdvice() ? 1 : 0;
      }
    }

    boolean isEnough() {
      return choices >= LEAST_CHOICES;
    }
  }
}
