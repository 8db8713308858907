package dev.tend.scoring.topology;

import static java.util.stream.Collectors.toSet;

import dev.tend.events.Connection;
import dev.tend.events.Identity;
import dev.tend.events.Person;
import dev.tend.events.Position;
import dev.tend.scoring.signal.EarlierInvitation;
import dev.tend.scoring.signal.Echo;
import dev.tend.scoring.signal.NoteFingerprint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One page of the firm's memory: somebody, who of us is connected to them, and what they sent us
 * lately. All of it in one value, so that an invitation costs one read and one write.
 *
 * @param name as they last gave it; empty until they invite somebody or facts about them come
 * @param facts what {@code tend.people} said, merged; null when it said nothing
 * @param knownBy in the order in which we heard of it
 * @param invitations of the last {@link #REMEMBERED}, oldest first, at most {@link #MOST}
 * @param echoes what came from others as well, of those of the invitations of which something did
 * @param identities of those of the invitations whose source is known, in the same order
 */
record KnownPerson(
    String name,
    @Nullable Person facts,
    List<Link> knownBy,
    List<EarlierInvitation> invitations,
    List<Echoes> echoes,
    List<Identity> identities) {
  /** How long an invitation counts for what its inviter does later, and follows news about them. */
  static final Duration REMEMBERED = Duration.ofDays(90);

  /** Who sends more is known well enough by the latest of them; the page stays some 10 KB small. */
  static final int MOST = 50;

  static final KnownPerson STRANGER =
      new KnownPerson("", null, List.of(), List.of(), List.of(), List.of());

  KnownPerson {
    name = name == null ? "" : name;
    knownBy = knownBy == null ? List.of() : List.copyOf(knownBy);
    invitations = invitations == null ? List.of() : List.copyOf(invitations);
    echoes = echoes == null ? List.of() : remembered(echoes, invitations);
    identities = identities == null ? List.of() : List.copyOf(identities);
  }

  private static List<Echoes> remembered(List<Echoes> echoes, List<EarlierInvitation> invitations) {
    return echoes.stream()
        .filter(
            some ->
                invitations.stream().anyMatch(one -> one.invitation().equals(some.invitation())))
        .toList();
  }

  /**
   * A connection of a member to this person.
   *
   * @param company where they work today, as the member's list of connections says; empty when it
   *     does not
   */
  record Link(String member, @Nullable LocalDate since, String company, String position) {}

  /** What of one invitation came from others as well. */
  record Echoes(String invitation, List<Echo> heard) {
    Echoes {
      heard = List.copyOf(heard);
    }
  }

  KnownPerson withFacts(@Nullable Person known) {
    return new KnownPerson(
        known == null ? name : known.name(), known, knownBy, invitations, echoes, identities);
  }

  KnownPerson connectedTo(Connection connection) {
    return linked(
        new Link(
            connection.member(), connection.since(), connection.company(), connection.position()));
  }

  private KnownPerson linked(Link link) {
    if (knownBy.contains(link)) {
      return this;
    }
    var links = new ArrayList<>(disconnectedFrom(link.member()).knownBy);
    links.add(link);
    return new KnownPerson(name, facts, links, invitations, echoes, identities);
  }

  /** With members who are said to be connected to them, where nobody knows better. */
  KnownPerson mutualWith(List<String> members) {
    var all = this;
    for (var member : members) {
      if (all.knownBy.stream().noneMatch(link -> link.member().equals(member))) {
        all = all.linked(new Link(member, null, "", ""));
      }
    }
    return all;
  }

  KnownPerson disconnectedFrom(String member) {
    return new KnownPerson(
        name,
        facts,
        knownBy.stream().filter(link -> !link.member().equals(member)).toList(),
        invitations,
        echoes,
        identities);
  }

  /** Without what it says of these members: that they know the person, and what they were sent. */
  KnownPerson withoutMembers(Predicate<String> members) {
    return new KnownPerson(
            name,
            facts,
            knownBy.stream().filter(link -> !members.test(link.member())).toList(),
            invitations.stream().filter(invitation -> !members.test(invitation.member())).toList(),
            echoes,
            identities)
        .withoutForgotten(invitations.size());
  }

  /** With one more invitation; what is too old beside it is forgotten. */
  KnownPerson inviting(EarlierInvitation invitation, Identity identity, String inviterName) {
    var kept = new ArrayList<EarlierInvitation>(invitations.size() + 1);
    kept.addAll(since(invitation.receivedAt().minus(REMEMBERED)));
    kept.add(invitation);
    var all = new ArrayList<>(identities);
    all.add(identity);
    return new KnownPerson(
            inviterName,
            facts,
            knownBy,
            kept.subList(Math.max(0, kept.size() - MOST), kept.size()),
            echoes,
            all)
        .withoutForgotten(invitations.size() + 1);
  }

  /**
   * With one of the invitations told of again. Its note stands; one that it did not have is taken
   * from the repetition.
   *
   * @param now by what it is recognised from now on
   */
  KnownPerson invitingAgain(EarlierInvitation first, Identity now, NoteFingerprint note) {
    boolean notes = first.note().equals(NoteFingerprint.NONE) && !note.equals(first.note());
    if (now.equals(identity(first)) && !notes) {
      return this;
    }
    var noted =
        notes
            ? new EarlierInvitation(first.invitation(), first.member(), first.receivedAt(), note)
            : first;
    return new KnownPerson(
        name,
        facts,
        knownBy,
        invitations.stream().map(one -> one.equals(first) ? noted : one).toList(),
        echoes,
        invitations.stream().map(one -> one.equals(first) ? now : identity(one)).toList());
  }

  /** Without the invitations that nobody needs to remember any more. */
  KnownPerson at(Instant now) {
    return new KnownPerson(name, facts, knownBy, since(now.minus(REMEMBERED)), echoes, identities)
        .withoutForgotten(invitations.size());
  }

  /** Without what belongs to invitations that are remembered no more; there were so many. */
  private KnownPerson withoutForgotten(int before) {
    if (invitations.size() == before) {
      return this;
    }
    var kept = invitations.stream().map(EarlierInvitation::invitation).collect(toSet());
    return new KnownPerson(
        name,
        facts,
        knownBy,
        invitations,
        echoes,
        identities.stream().filter(identity -> kept.contains(identity.id())).toList());
  }

  /**
   * With what of one invitation came from others as well; nothing of one that is forgotten. What
   * was heard of it under another id stays.
   */
  KnownPerson echoed(String invitation, List<Echo> heard) {
    var both = new EnumMap<Echo.Kind, Echo>(Echo.Kind.class);
    for (var echo : echoesOf(invitation)) {
      both.put(echo.what(), echo);
    }
    for (var echo : heard) {
      both.merge(
          echo.what(), echo, (one, other) -> one.inviters() > other.inviters() ? one : other);
    }
    var all = new ArrayList<>(echoes);
    all.removeIf(some -> some.invitation().equals(invitation));
    all.add(new Echoes(invitation, List.copyOf(both.values())));
    return new KnownPerson(name, facts, knownBy, invitations, all, identities);
  }

  /** What of this invitation came from others as well. */
  List<Echo> echoesOf(String invitation) {
    for (var some : echoes) {
      if (some.invitation().equals(invitation)) {
        return some.heard();
      }
    }
    return List.of();
  }

  /**
   * What they do today, as those say who are connected to them and keep a list; the latest that
   * says so. It may be old, so it never overwrites what is known.
   */
  @Nullable Position today() {
    for (var link : knownBy.reversed()) {
      if (!link.company().isEmpty()) {
        return new Position(link.company(), link.position(), null, null);
      }
    }
    return null;
  }

  /** The one that some source calls so. */
  @Nullable EarlierInvitation invitation(String id) {
    for (var invitation : invitations) {
      if (invitation.invitation().equals(id) || identity(invitation).includes(id)) {
        return invitation;
      }
    }
    return null;
  }

  /** The one that is told of again, if they have invited this member before. */
  @Nullable EarlierInvitation same(String member, Identity told) {
    var theirs =
        invitations.stream().filter(invitation -> invitation.member().equals(member)).toList();
    return Identity.among(theirs, this::identity, told).orElse(null);
  }

  /** By what one of the invitations is recognised. */
  Identity identity(EarlierInvitation of) {
    for (var identity : identities) {
      if (identity.id().equals(of.invitation())) {
        return identity;
      }
    }
    return new Identity(List.of(new Identity.Name("", of.invitation())), of.receivedAt(), false);
  }

  /** What they sent before this invitation, which may be among them. */
  List<EarlierInvitation> before(String id) {
    for (int i = 0; i < invitations.size(); i++) {
      if (invitations.get(i).invitation().equals(id)) {
        return invitations.subList(0, i);
      }
    }
    return invitations;
  }

  /** When there will be something to forget. */
  Instant due() {
    return invitations.isEmpty()
        ? Drawer.NEVER
        : invitations.getFirst().receivedAt().plus(REMEMBERED);
  }

  boolean isStranger() {
    return facts == null && knownBy.isEmpty() && invitations.isEmpty();
  }

  private List<EarlierInvitation> since(Instant oldest) {
    return invitations.stream()
        .filter(invitation -> !invitation.receivedAt().isBefore(oldest))
        .toList();
  }

  @Override
  public String toString() {
    return "KnownPerson[redacted]";
  }
}
