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
 * @param id the same for the same invitation from every source; see {@link #identified()}
 * @param note what the inviter wrote; empty when they wrote nothing
 * @param sentAt null when the source does not say
 * @param mutualConnections how many connections both have, as LinkedIn counts them; null when not
 *     known
 * @param mutuals those of them that are known by name
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Invitation(
    String id,
    String member,
    Person inviter,
    String note,
    @Nullable Instant sentAt,
    @Nullable Integer mutualConnections,
    List<PersonKey> mutuals) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:~-]{0,127}|");

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

  /**
   * This invitation with an id. Without one of its own it is derived from the two people and the
   * day (UTC) on which it was sent, so that a repeated delivery is the same invitation.
   */
  public Invitation identified() {
    if (!id.isEmpty()) {
      return this;
    }
    var day = sentAt == null ? "" : sentAt.atZone(ZoneOffset.UTC).toLocalDate().toString();
    var identity = member + '\n' + inviter.profile().path() + '\n' + day;
    var derived = UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    return new Invitation(derived, member, inviter, note, sentAt, mutualConnections, mutuals);
  }

  /** The same invitation from somebody of whom more is known. */
  public Invitation withInviter(Person known) {
    return new Invitation(id, member, known, note, sentAt, mutualConnections, mutuals);
  }

  @Override
  public String toString() {
    return "Invitation[" + id + "]";
  }
}
