package dev.tend.scoring.topology;

import dev.tend.events.Choice;
import dev.tend.events.Reply;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer or a choice that came before its invitation, which takes the longer way through two
 * partitions. Whatever still waits after {@link #PATIENCE} speaks of an invitation that is not
 * held, and is a dead letter.
 *
 * @param replyOrigin where the reply lay, {@code choiceOrigin} likewise
 */
record Early(
    String member,
    String invitation,
    @Nullable Reply reply,
    @Nullable Origin replyOrigin,
    @Nullable Choice choice,
    @Nullable Origin choiceOrigin,
    Instant since) {
  static final Duration PATIENCE = Duration.ofHours(1);

  static Early nothing(String member, String invitation, Instant now) {
    return new Early(member, invitation, null, null, null, null, now);
  }

  Early with(Reply came, Origin origin) {
    return new Early(member, invitation, came, origin, choice, choiceOrigin, since);
  }

  Early with(Choice came, Origin origin) {
    return new Early(member, invitation, reply, replyOrigin, came, origin, since);
  }

  /** The invitation with what came before it. */
  Held applyTo(Held held) {
    var answered = reply == null ? held : held.answered(reply);
    return choice == null ? answered : answered.chosen(choice);
  }

  @Override
  public String toString() {
    return "Early[redacted]";
  }
}
