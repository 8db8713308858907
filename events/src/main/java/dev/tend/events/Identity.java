package dev.tend.events;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * By what an invitation is recognised when it comes again, from another source and under another
 * id. At LinkedIn one person has at most one invitation to another pending, and whoever withdraws
 * it must wait for up to three weeks before they send another (as its help says of withdrawing). So
 * whatever is told of one inviter and one member within {@link #WINDOW} is one invitation, unless a
 * source tells two apart by ids of its own.
 *
 * <p>It says nothing of who invites whom: only what lies between the same two people may be
 * compared.
 *
 * @param names what each source calls it, in the order of their coming, at most {@link
 *     #MOST_NAMES}; never empty
 * @param sent when it was sent, as the first source says that knows; else when it was first
 *     received
 * @param dated whether a source knows when it was sent
 */
public record Identity(List<Name> names, Instant sent, boolean dated) {
  /** Two that were sent further apart than this are two. */
  public static final Duration WINDOW = Duration.ofDays(21);

  /** What comes under yet another id is still recognised by its time. */
  static final int MOST_NAMES = 20;

  public Identity {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("an invitation without a name");
    }
  }

  /**
   * An id, and who gave it.
   *
   * @param source the {@code ce_source}, such as {@code /ingest/mail}
   */
  public record Name(String source, String id) {

    /** Whether one source gave two ids of its own, and thereby tells two invitations apart. */
    private boolean differsFrom(Name other) {
      return source.equals(other.source)
          && !id.equals(other.id)
          && !Invitation.isDerived(id)
          && !Invitation.isDerived(other.id);
    }
  }

  /**
   * What one source tells. A time of sending after that of receipt is somebody's wrong clock, and
   * the receipt counts.
   */
  public static Identity of(Invitation invitation, String source, Instant receivedAt) {
    var names = List.of(new Name(source, invitation.id()));
    var sentAt = invitation.sentAt();
    return sentAt == null || sentAt.isAfter(receivedAt)
        ? new Identity(names, receivedAt, false)
        : new Identity(names, sentAt, true);
  }

  /** The id under which it came first, and by which Tend calls it. */
  public String id() {
    return names.getFirst().id();
  }

  /** Whether some source calls it so. */
  public boolean includes(String id) {
    for (var name : names) {
      if (name.id().equals(id)) {
        return true;
      }
    }
    return false;
  }

  /** Whether both are the same invitation. */
  public boolean isOf(Identity other) {
    return sharesAnId(other) || (apart(other).compareTo(WINDOW) <= 0 && !isToldApartFrom(other));
  }

  /**
   * The one that is told of again: one that bears the id, else the one sent nearest to it, of
   * equals the later.
   *
   * @param known of the same inviter and member, in the order of their coming
   */
  public static <T> Optional<T> among(
      Collection<T> known, Function<T, Identity> identity, Identity told) {
    T found = null;
    var least = WINDOW;
    for (var one : known) {
      var its = identity.apply(one);
      if (its.sharesAnId(told)) {
        return Optional.of(one);
      }
      var apart = its.apart(told);
      if (its.isOf(told) && apart.compareTo(least) <= 0) {
        found = one;
        least = apart;
      }
    }
    return Optional.ofNullable(found);
  }

  /** This one, which came first, and what another source tells of it. */
  public Identity with(Identity again) {
    var all = Stream.concat(names.stream(), again.names.stream()).distinct().limit(MOST_NAMES);
    return new Identity(
        all.toList(), dated || !again.dated ? sent : again.sent, dated || again.dated);
  }

  private boolean sharesAnId(Identity other) {
    for (var name : other.names) {
      if (includes(name.id())) {
        return true;
      }
    }
    return false;
  }

  private boolean isToldApartFrom(Identity other) {
    for (var mine : names) {
      for (var theirs : other.names) {
        if (mine.differsFrom(theirs)) {
          return true;
        }
      }
    }
    return false;
  }

  private Duration apart(Identity other) {
    return Duration.between(sent, other.sent).abs();
  }

  @Override
  public String toString() {
    return "Identity[" + id() + "]";
  }
}
