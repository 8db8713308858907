package dev.tend.scoring.topology;

import dev.tend.events.Identity;
import dev.tend.events.Invitation;
import dev.tend.events.Person;
import dev.tend.events.PersonKey;
import dev.tend.events.Position;
import dev.tend.scoring.signal.Colleague;
import dev.tend.scoring.signal.EarlierInvitation;
import dev.tend.scoring.signal.Echo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the inviter's partition tells the member's: an invitation with all that is known around it;
 * or, without the invitation, that something else is known now about the inviter of an earlier one.
 *
 * @param id under which the invitation came first; {@code member} and {@code inviter} likewise
 * @param invitation as it arrived, perhaps under a later id; null for mere news
 * @param known what is known of the inviter from elsewhere; null when nothing is
 * @param today what colleagues' lists of connections say that the inviter does; null when nothing
 * @param receivedAt when this invitation was first received
 * @param origin where the invitation lay; null for mere news
 * @param identity all that it is called; null for mere news
 * @param unsaid whether one of the two is to be forgotten, and with them what passed between them
 */
record Enriched(
    String id,
    String member,
    PersonKey inviter,
    @Nullable Invitation invitation,
    @Nullable Person known,
    List<Colleague> colleagues,
    List<EarlierInvitation> earlierByInviter,
    List<Echo> echoes,
    @Nullable Position today,
    Instant receivedAt,
    @Nullable Origin origin,
    @Nullable Identity identity,
    boolean unsaid) {
  Enriched {
    colleagues = colleagues == null ? List.of() : List.copyOf(colleagues);
    earlierByInviter = earlierByInviter == null ? List.of() : List.copyOf(earlierByInviter);
    echoes = echoes == null ? List.of() : List.copyOf(echoes);
    if (identity == null && invitation != null) {
      identity = Identity.of(invitation, "", receivedAt);
    }
  }

  /** That what passed between two people is to be forgotten. */
  static Enriched unsaid(String id, String member, PersonKey inviter, Instant receivedAt) {
    return new Enriched(
        id,
        member,
        inviter,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        receivedAt,
        null,
        null,
        true);
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
