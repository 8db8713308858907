package dev.tend.scoring.signal;

import dev.tend.events.Correspondence;
import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/**
 * The member and the inviter have written to each other before. Whoever only writes and is never
 * answered is no correspondent: that is what senders of advertisements do.
 */
record Correspondent(Weights weights) implements Rule {
  /** From so many messages on, over a month or longer, people know each other well. */
  private static final int OFTEN = 6;

  @Override
  public List<Signal> apply(Facts facts) {
    var known = facts.correspondence();
    if (known == null || known.sent() == 0) {
      return List.of();
    }
    int points =
        known.bothWrote()
            ? weights.of(Worth.KNOWN_CORRESPONDENT)
                + (isOften(known) ? weights.of(Worth.KNOWN_CORRESPONDENT_OFTEN) : 0)
            : weights.of(Worth.KNOWN_CORRESPONDENT_UNANSWERED);
    return List.of(Signal.of(SignalName.KNOWN_CORRESPONDENT, points, sentence(known)));
  }

  /** Whether both have written to each other. */
  static boolean areAcquainted(Facts facts) {
    var known = facts.correspondence();
    return known != null && known.bothWrote();
  }

  private static boolean isOften(Correspondence known) {
    return known.messages() >= OFTEN && !known.first().plusMonths(1).isAfter(known.last());
  }

  private static String sentence(Correspondence known) {
    if (known.bothWrote()) {
      return "You wrote to each other "
          + times(known.messages())
          + ", last in "
          + month(known.last());
    }
    return "You wrote to them "
        + times(known.sent())
        + (known.sent() == 1 ? ", in " : ", last in ")
        + month(known.last())
        + ", without an answer";
  }

  private static String times(int number) {
    return switch (number) {
      case 1 -> "once";
      case 2 -> "twice";
      default -> number + " times";
    };
  }

  private static String month(LocalDate day) {
    return day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + day.getYear();
  }
}
