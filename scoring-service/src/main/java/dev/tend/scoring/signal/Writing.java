package dev.tend.scoring.signal;

import dev.tend.events.Signal;
import dev.tend.scoring.name.Text;
import java.util.stream.Stream;

/** What the inviter wrote, cut into words once for both who read it: the note, and its claims. */
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
    return Stream.concat(note.apply(facts, text), claims.apply(facts, text));
  }
}
