package dev.tend.scoring.topology;

import dev.tend.events.Connection;
import dev.tend.events.ConnectionKey;
import dev.tend.events.Invitation;
import dev.tend.events.Person;
import dev.tend.scoring.signal.Echo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What arrives where everything about one inviter lies. */
sealed interface AboutInviter {

  /**
   * They invited somebody of us.
   *
   * @param prints by which the invitation can be recognised
   */
  record Invited(Invitation invitation, Prints prints) implements AboutInviter {
    static Invited of(Invitation invitation) {
      return new Invited(invitation, Prints.of(invitation));
    }
  }

  /** Others sent nearly the same as an invitation of theirs. */
  record EchoesHeard(String invitation, List<Echo> echoes) implements AboutInviter {}

  /** Something about them became known; null when it is to be forgotten. */
  record PersonKnown(@Nullable Person person) implements AboutInviter {}

  /** A member is connected to them; null when no longer. */
  record Connected(ConnectionKey key, @Nullable Connection connection) implements AboutInviter {}

  /** A member of the firm joined, changed or (null) left; told to every partition. */
  record ColleagueTold(String member, @Nullable ColleagueCard card) implements AboutInviter {}
}
