package dev.tend.scoring.topology;

import dev.tend.events.PersonKey;
import dev.tend.scoring.signal.Echo;
import dev.tend.scoring.topology.AboutInviter.EchoesHeard;
import java.util.List;

/** What an inviter's partition is told: others sent nearly the same as this invitation. */
record Echoed(PersonKey inviter, String invitation, List<Echo> echoes) {
  Echoed {
    echoes = List.copyOf(echoes);
  }

  /**
   * This, where it arrives; it is told again when it changes, so that a letter of it needs no
   * bytes.
   */
  Arrived<AboutInviter> arrived() {
    return new Arrived<>(new EchoesHeard(invitation, echoes), null);
  }

  @Override
  public String toString() {
    return "Echoed[" + invitation + "]";
  }
}
