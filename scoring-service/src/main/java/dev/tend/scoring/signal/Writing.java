package dev.tend.scoring.signal;

import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import dev.tend.scoring.name.Text;
import java.util.stream.Stream;

/**
 * What the inviter wrote, cut into words once for both who read it: the note, and its claims.
 * Whoever claims a place to have been there with the member earns nothing for naming it when the
 * claim does not hold.
 */
record Writing(Note note, Claims claims) implements Rule {
  Writing(Weights weights) {
    this(new Note(weights), new Claims(weights));
  }

  @Override
  public Stream<Signal> apply(Facts facts) {
    var written = facts.invitation().note();
    if (written.isEmpty() && facts.reply() == null) {
      return Stream.empty();
    }
    var text = Text.of(written);
    var claimed = claims.apply(facts, text).toList();
    boolean lies = claimed.stream().anyMatch(signal -> is(SignalName.CLAIM_UNSUPPORTED, signal));
    return Stream.concat(
        note.apply(facts, text).filter(signal -> !lies || !is(SignalName.PERSONAL_NOTE, signal)),
        claimed.stream());
  }

  private static boolean is(SignalName name, Signal signal) {
    return signal.name().equals(name.word());
  }
}
