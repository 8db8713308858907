package dev.tend.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked a member to connect. When it was received, and from which source, stands in the
 * CloudEvents headers ({@code ce_time}, {@code ce_source}), not here.
 *
 * @param id what its source calls it; another source may call it otherwise, see {@link Identity}
 * @param note what the inviter wrote; empty when they wrote nothing
 * @param sentAt null when the source does not say
 * @param mutualConnections how many connections both have, as LinkedIn counts them; null when not
 *     known
 * @param mutuals those of them that are known by name
 * @param origin what proves that the mail about it is LinkedIn's; null when it came in no mail,
 *     from a source that answers for itself
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Invitation(
    String id,
    String member,
    Person inviter,
    String note,
    @Nullable Instant sentAt,
    @Nullable Integer mutualConnections,
    List<PersonKey> mutuals,
    @Nullable Origin origin) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:~-]{0,127}|");

  /** What {@link #identified()} derives: a UUID that is made of a name (RFC 9562, version 3). */
  private static final Pattern DERIVED =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-3[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  public Invitation {
    id = Checked.line("id", id);
    if (!ID.matcher(id).matches()) {
      throw new RefusedException(
          "id", "must be 1 to 128 letters, digits, dots, dashes, colons, tildes or underscores");
    }
    member = MemberId.check("member", member);
    inviter = Checked.required("inviter", inviter);
    note = Checked.prose("note", note);
    if (mutualConnections != null) {
      Checked.between("mutualConnections", mutualConnections, 0, 100_000);
    }
    mutuals = Checked.list("mutuals", mutuals);
  }

  /** An invitation from a source that answers for itself. */
  public Invitation(
      String id,
      String member,
      Person inviter,
      String note,
      @Nullable Instant sentAt,
      @Nullable Integer mutualConnections,
      List<PersonKey> mutuals) {
    this(id, member, inviter, note, sentAt, mutualConnections, mutuals, null);
  }

  /**
   * This invitation with an id. Without one of its own it is derived from the two people and the
   * day (UTC) on which it was sent, so that a repeated delivery is the same invitation. Where the
   * source says no day, all that it ever tells of these two people has the same id; that is right
   * for a list that is read again and again.
   */
  public Invitation identified() {
    return identified(sentAt == null ? "" : day(sentAt));
  }

  /**
   * The same, where the source tells what has just happened: what was sent on a day it does not say
   * was sent on the day of its receipt, so that who comes back after months is not taken for a
   * repetition.
   */
  public Invitation identified(Instant receivedAt) {
    return identified(day(sentAt == null ? receivedAt : sentAt));
  }

  /** Whether an id was made of two people and a day, and so is nobody's own. */
  static boolean isDerived(String id) {
    return DERIVED.matcher(id).matches();
  }

  private static String day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  private Invitation identified(String day) {
    if (!id.isEmpty()) {
      return this;
    }
    var identity = member + '\n' + inviter.profile().path() + '\n' + day;
    var derived = UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    return named(derived);
  }

  /** The same invitation, called otherwise. */
  public Invitation named(String other) {
    return other.equals(id)
        ? this
        : new Invitation(other, member, inviter, note, sentAt, mutualConnections, mutuals, origin);
  }

  /** The same invitation from somebody of whom more is known. */
  public Invitation withInviter(Person known) {
    return new Invitation(id, member, known, note, sentAt, mutualConnections, mutuals, origin);
  }

  /**
   * This invitation, with every gap filled from another telling of it. The better proof of its
   * origin holds.
   */
  public Invitation completedBy(Invitation other) {
    return new Invitation(
        id,
        member,
        inviter.completedBy(other.inviter),
        note.isEmpty() ? other.note : note,
        sentAt == null ? other.sentAt : sentAt,
        mutualConnections == null ? other.mutualConnections : mutualConnections,
        mutuals.isEmpty() ? other.mutuals : mutuals,
        Origin.better(origin, other.origin));
  }

  /** The same invitation with other mutual connections. */
  public Invitation withMutuals(List<PersonKey> known) {
    return new Invitation(id, member, inviter, note, sentAt, mutualConnections, known);
  }

  @Override
  public String toString() {
    return "Invitation[" + id + "]";
  }
}
