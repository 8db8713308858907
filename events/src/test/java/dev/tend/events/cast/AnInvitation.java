package dev.tend.events.cast;

import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.Origin;
import dev.tend.events.Person;
import dev.tend.events.PersonKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invitation without a note, sent on a Monday in February 2026. */
public final class AnInvitation {
  private final Person inviter;
  private String id = "";
  private String member = "amy.chen";
  private String note = "";
  private @Nullable Instant sentAt = Instant.parse("2026-02-09T14:37:00Z");
  private @Nullable Integer mutualConnections;
  private List<PersonKey> mutuals = List.of();
  private @Nullable Origin origin;

  private AnInvitation(Person inviter) {
    this.inviter = inviter;
  }

  public static AnInvitation from(APerson inviter) {
    return new AnInvitation(inviter.build());
  }

  public static AnInvitation from(Person inviter) {
    return new AnInvitation(inviter);
  }

  public AnInvitation to(Member wanted) {
    member = wanted.id();
    return this;
  }

  public AnInvitation to(String memberId) {
    member = memberId;
    return this;
  }

  public AnInvitation id(String wanted) {
    id = wanted;
    return this;
  }

  public AnInvitation saying(String text) {
    note = text;
    return this;
  }

  public AnInvitation sentAt(@Nullable Instant when) {
    sentAt = when;
    return this;
  }

  public AnInvitation withMutualConnections(int count) {
    mutualConnections = count;
    return this;
  }

  public AnInvitation sharing(PersonKey... people) {
    mutuals = List.of(people);
    return this;
  }

  public AnInvitation proven(Origin by) {
    origin = by;
    return this;
  }

  /** The invitation, with an id of its own or a derived one. */
  public Invitation build() {
    return new Invitation(id, member, inviter, note, sentAt, mutualConnections, mutuals, origin)
        .identified();
  }
}
