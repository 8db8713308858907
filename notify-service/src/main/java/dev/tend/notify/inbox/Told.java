package dev.tend.notify.inbox;

import dev.tend.events.Identity;
import dev.tend.events.Invitation;
import dev.tend.events.Origin;
import dev.tend.notify.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as all sources together tell it.
 *
 * @param identity all that it is called; its first name is the invitation's id
 * @param receivedAt when it was first received
 * @param toldAt when it was last received
 */
record Told(
    Invitation invitation,
    Identity identity,
    Instant receivedAt,
    Instant toldAt,
    TreeSet<String> sources) {

  /** Between whom an invitation is. */
  record Pair(String member, String inviter) {
    static Pair of(Invitation invitation) {
      return new Pair(invitation.member(), invitation.inviter().profile().path());
    }
  }

  static Told by(Event<Invitation> event) {
    return new Told(
        event.value(),
        Identity.of(event.value(), event.source(), event.time()),
        event.time(),
        event.time(),
        new TreeSet<>(List.of(event.source())));
  }

  /** One that lies here, from a row with all that it is called. */
  static Told of(ResultSet row) throws SQLException {
    var ids = (String[]) row.getArray("ids").getArray();
    var by = (String[]) row.getArray("by").getArray();
    var names =
        IntStream.range(0, ids.length).mapToObj(i -> new Identity.Name(by[i], ids[i])).toList();
    var sentAt = row.getTimestamp("sent_at");
    var receivedAt = row.getTimestamp("received_at").toInstant();
    return new Told(
        Stored.read(row.getString("document"), Invitation.class),
        new Identity(names, sentAt == null ? receivedAt : sentAt.toInstant(), sentAt != null),
        receivedAt,
        row.getTimestamp("told_at").toInstant(),
        new TreeSet<>(List.of((String[]) row.getArray("sources").getArray())));
  }

  /**
   * With what is told of it again: under the same id, by all its names. Where both differ the later
   * one holds, but for the time of sending, by which it is recognised.
   */
  Told with(Told again) {
    var all = new TreeSet<>(sources);
    all.addAll(again.sources);
    boolean later = !toldAt.isAfter(again.toldAt);
    var sentAt = invitation.sentAt() == null ? again.invitation.sentAt() : invitation.sentAt();
    return new Told(
        later
            ? completed(again.invitation, invitation, sentAt)
            : completed(invitation, again.invitation, sentAt),
        identity.with(again.identity),
        receivedAt.isBefore(again.receivedAt) ? receivedAt : again.receivedAt,
        later ? again.toldAt : toldAt,
        all);
  }

  private Invitation completed(Invitation later, Invitation earlier, @Nullable Instant sentAt) {
    return new Invitation(
        identity.id(),
        later.member(),
        later.inviter().completedBy(earlier.inviter()),
        later.note().isEmpty() ? earlier.note() : later.note(),
        sentAt,
        later.mutualConnections() == null ? earlier.mutualConnections() : later.mutualConnections(),
        later.mutuals().isEmpty() ? earlier.mutuals() : later.mutuals(),
        Origin.better(later.origin(), earlier.origin()));
  }

  Pair pair() {
    return Pair.of(invitation);
  }

  @Override
  public String toString() {
    return "Told[" + invitation.id() + "]";
  }
}
