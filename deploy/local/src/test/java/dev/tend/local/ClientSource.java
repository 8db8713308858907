package dev.tend.local;

import static dev.tend.events.cast.APerson.aPerson;

import dev.tend.events.Member;
import dev.tend.events.cast.AnInvitation;
import java.util.stream.IntStream;

/** A program of the firm's, which posts invitations and sends again what was not taken. */
record ClientSource(EndToEnd tend, Member member) implements LiveSource {
  @Override
  public void tell(int first) {
    var invitations =
        IntStream.range(first, first + SHARE)
            .mapToObj(i -> AnInvitation.from(aPerson("Client " + i)).to(member).id("client-" + i))
            .map(AnInvitation::build)
            .toList();
    EndToEnd.untilTaken(() -> tend.post(invitations));
  }
}
