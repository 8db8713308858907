package dev.tend.scoring.topology;

import dev.tend.events.Invitation;
import dev.tend.events.Person;
import dev.tend.events.PersonKey;
import dev.tend.scoring.signal.Colleague;
import dev.tend.scoring.signal.EarlierInvitation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the inviter's partition tells the member's: an invitation with all that is known around it;
 * or, without the invitation, that something else is known now about the inviter of an earlier one.
 *
 * @param id of the invitation; {@code member} and {@code inviter} likewise
 * @param invitation as it arrived; null for mere news
 * @param known what is known of the inviter from elsewhere; null when nothing is
 * @param receivedAt when this invitation was first received
 * @param origin where the invitation lay; null for mere news
 */
record Enriched(
    String id,
    String member,
    PersonKey inviter,
    @Nullable Invitation invitation,
    @Nullable Person known,
    List<Colleague> colleagues,
    List<EarlierInvitation> earlierByInviter,
    Instant receivedAt,
    @Nullable Origin origin) {
  Enriched {
    colleagues = colleagues == null ? List.of() : List.copyOf(colleagues);
    earlierByInviter = earlierByInviter == null ? List.of() : List.copyOf(earlierByInviter);
  }

  /** This, where it arrives; a failure at it is a letter of the invitation's own bytes. */
  Arrived<ForMember> arrived() {
    return new Arrived<>(new ForMember.InvitationEnriched(this), null);
  }

  @Override
  public String toString() {
    return "Enriched[" + id + "]";
  }
}
