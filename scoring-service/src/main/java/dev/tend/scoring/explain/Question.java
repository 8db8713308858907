package dev.tend.scoring.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tend.events.Correspondence;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.Person;
import dev.tend.events.PersonKey;
import dev.tend.events.RefusedException;
import dev.tend.events.Reply;
import dev.tend.scoring.signal.Colleague;
import dev.tend.scoring.signal.Facts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /explain}: who is invited, by whom, and who else is in the firm.
 *
 * @param colleagues other members of the firm; whoever of them is connected to the inviter, or is
 *     among the invitation's {@code mutuals}, knows the inviter
 * @param now the time of receipt and of the decision; the current time when null
 * @param correspondence what the member and the inviter wrote to each other before; null when
 *     nothing is known of it
 * @param reply what the inviter answered to the question; empty when it was not asked
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Question(
    Member member,
    Invitation invitation,
    List<Other> colleagues,
    @Nullable Instant now,
    String reply,
    @Nullable Correspondence correspondence) {
  private static final int MOST_COLLEAGUES = 500;

  Question(
      @Nullable Member member,
      @Nullable Invitation invitation,
      @Nullable List<Other> colleagues,
      @Nullable Instant now,
      @Nullable String reply,
      @Nullable Correspondence correspondence) {
    this.member = required("member", member);
    this.invitation = required("invitation", invitation).identified();
    this.colleagues = colleagues == null ? List.of() : unbroken(colleagues);
    this.now = now;
    this.reply = reply == null ? "" : reply.strip();
    this.correspondence = correspondence;
    if (!this.invitation.member().equals(this.member.id())) {
      throw new RefusedException("invitation.member", "must be the id of the member");
    }
    if (!this.reply.isEmpty()) {
      var _ = answer(Instant.EPOCH);
    }
  }

  /** The same as the topology would know it. */
  Facts facts(Instant at) {
    var facts =
        Facts.of(member, invitation, at)
            .withCorrespondence(correspondence)
            .withColleagues(
                colleagues.stream()
                    .filter(other -> !other.id().equals(member.id()))
                    .map(other -> other.seenFrom(invitation))
                    .toList());
    return reply.isEmpty() ? facts : facts.withReply(answer(at)).withAskedBefore(true);
  }

  private Reply answer(Instant at) {
    return new Reply(invitation.id(), member.id(), reply, at);
  }

  private static List<Other> unbroken(List<Other> others) {
    if (others.size() > MOST_COLLEAGUES) {
      throw new RefusedException("colleagues", "has more than " + MOST_COLLEAGUES + " elements");
    }
    for (int i = 0; i < others.size(); i++) {
      if (others.get(i) == null) {
        throw new RefusedException("colleagues[" + i + "]", "must not be null");
      }
    }
    return List.copyOf(others);
  }

  private static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw new RefusedException(field, "is required");
    }
    return value;
  }

  @Override
  public String toString() {
    return "Question[" + invitation.id() + "]";
  }

  /**
   * Another member of the firm.
   *
   * @param connectedTo profiles of people that they are connected to
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Other(String id, String name, @Nullable Person profile, List<PersonKey> connectedTo) {
    Other(
        @Nullable String id,
        @Nullable String name,
        @Nullable Person profile,
        @Nullable List<PersonKey> connectedTo) {
      this.id = filled("id", id);
      this.name = filled("name", name);
      this.profile = profile;
      this.connectedTo = connectedTo == null ? List.of() : List.copyOf(connectedTo);
    }

    Colleague seenFrom(Invitation invitation) {
      var person = profile == null ? null : profile.profile();
      boolean mutual = person != null && invitation.mutuals().contains(person);
      return new Colleague(
          id,
          name,
          person,
          mutual || connectedTo.contains(invitation.inviter().profile()),
          null,
          profile == null ? List.of() : profile.volunteering());
    }

    private static String filled(String field, @Nullable String value) {
      var text = required(field, value).strip();
      if (text.isEmpty()) {
        throw new RefusedException(field, "must not be blank");
      }
      return text;
    }

    @Override
    public String toString() {
      return "Other[" + id + "]";
    }
  }
}
