package dev.tend.scoring.signal;

import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.scoring.name.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the inviter wrote, cut into words once for both who read it: the note, and its claims.
 * Whoever claims a place to have been there with the member earns nothing for naming it when the
 * claim does not hold.
 */
record Writing(Note note, Claims claims) implements Rule {
  private static final Set<SignalName> GIVEN =
      Set.of(
          SignalName.PERSONAL_NOTE,
          SignalName.SALES_PITCH,
          SignalName.LINK_IN_NOTE,
          SignalName.COPIED_NOTE,
          SignalName.CLAIM_CONFIRMED,
          SignalName.CLAIM_UNSUPPORTED,
          SignalName.REPLY_EXPLAINS);

  Writing(Weights weights) {
    this(new Note(weights), new Claims(weights));
  }

  @Override
  public List<Signal> apply(Facts facts) {
    var written = facts.invitation().note();
    if (written.isEmpty() && facts.reply() == null) {
      return List.of();
    }
    var text = Text.of(written);
    var claimed = claims.apply(facts, text);
    var signals = new ArrayList<>(note.apply(facts, text));
    if (claimed.stream().anyMatch(signal -> signal.is(SignalName.CLAIM_UNSUPPORTED))) {
      signals.removeIf(signal -> signal.is(SignalName.PERSONAL_NOTE));
    }
    signals.addAll(claimed);
    return signals;
  }

  @Override
  public Set<SignalName> heedingLists() {
    return GIVEN;
  }
}
