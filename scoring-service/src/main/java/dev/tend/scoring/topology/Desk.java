package dev.tend.scoring.topology;

import dev.tend.events.Member;
import dev.tend.events.PersonKey;
import dev.tend.scoring.policy.Judge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/** All that lies on a member's partition: who they are, and what passed between them and others. */
final class Desk {
  /** Stands in neither a member's id nor a profile path nor an invitation's id. */
  private static final char SEPARATOR = '|';

  private final Members members;
  private final Drawer<Dealings> dealings;
  private final Drawer<Early> early;
  private final Undecided undecided;
  private final Learned learned;
  private final Acquaintances acquaintances;
  private final Judge judge;
  private final Duration answerWithin;

  /**
   * A desk.
   *
   * @param answerWithin how long a question stays open where the policy leaves it
   */
  Desk(ProcessorContext<?, ?> context, Duration answerWithin, Judge judge) {
    members = new Members(context.getStateStore(StateStores.MEMBERS));
    dealings =
        new Drawer<>(context.getStateStore(StateStores.DEALINGS), Packing.of(Dealings.class));
    early = new Drawer<>(context.getStateStore(StateStores.EARLY), Packing.of(Early.class));
    undecided = new Undecided(context.getStateStore(StateStores.UNDECIDED));
    acquaintances =
        new Acquaintances(
            context.getStateStore(StateStores.ACQUAINTANCES),
            context.getStateStore(StateStores.ACQUAINTANCE_COUNTS));
    learned =
        new Learned(
            judge,
            context.getStateStore(StateStores.LESSONS),
            new FirmPage(context.getStateStore(StateStores.FIRM)),
            acquaintances);
    this.judge = judge;
    this.answerWithin = answerWithin;
  }

  @Nullable Member member(String id) {
    return members.get(id);
  }

  void put(Member member) {
    members.put(member);
  }

  void forget(String member) {
    members.remove(member);
    learned.forget(member);
  }

  /** Forgets what passed between two people as if it had never been. */
  void forget(Dealings some) {
    if (!some.isEmpty()) {
      some.invitations().forEach(undecided::waitsNoLonger);
      remove(some);
    }
  }

  /** What passed between two people; nothing, mostly. */
  Dealings between(String member, PersonKey inviter) {
    var kept = dealings.get(member + SEPARATOR + inviter.path());
    return kept == null ? Dealings.NONE : kept;
  }

  /** What passed between a member and anybody. */
  List<Dealings> of(String member) {
    return dealings.beginningWith(member + SEPARATOR).stream().map(Drawer.Entry::value).toList();
  }

  /** The dealings of a member of which this invitation is part; none when there are no such. */
  Dealings around(String member, String invitation) {
    for (var some : of(member)) {
      if (some.invitation(invitation) != null) {
        return some;
      }
    }
    return Dealings.NONE;
  }

  void keep(Dealings some) {
    put(some, some.due(this::answerWithin));
  }

  /** How long the questions of a member stay open. */
  Duration answerWithin(String member) {
    var known = members.get(member);
    return known == null ? answerWithin : judge.standing(known).answerWithin().orElse(answerWithin);
  }

  /** Keeps what we failed at as it was, to look at it again later. */
  void postpone(Dealings some, Instant until) {
    put(some, until);
  }

  void remove(Dealings some) {
    dealings.remove(key(some));
  }

  /** The next dealings of a sweep that time changes. */
  List<Dealings> due(Instant now, int steps) {
    return dealings.due(now, steps).stream().map(Drawer.Entry::value).toList();
  }

  @Nullable Early early(String member, String invitation) {
    return early.get(member + SEPARATOR + invitation);
  }

  void keep(Early some) {
    early.put(
        some.member() + SEPARATOR + some.invitation(), some, some.since().plus(Early.PATIENCE));
  }

  /** The invitation with what came before it under this id, which is early no longer. */
  Held withEarly(String member, String id, Held held) {
    var early = early(member, id);
    if (early == null) {
      return held;
    }
    remove(early);
    return early.applyTo(held);
  }

  void remove(Early some) {
    early.remove(some.member() + SEPARATOR + some.invitation());
  }

  /** The next early ones of a sweep that have waited long enough. */
  List<Early> givenUp(Instant now, int steps) {
    return early.due(now, steps).stream().map(Drawer.Entry::value).toList();
  }

  Learned learned() {
    return learned;
  }

  Acquaintances acquaintances() {
    return acquaintances;
  }

  Undecided undecided() {
    return undecided;
  }

  private void put(Dealings some, Instant due) {
    dealings.put(key(some), some, due);
  }

  private static String key(Dealings some) {
    var invitation = some.invitations().getLast().invitation();
    return invitation.member() + SEPARATOR + invitation.inviter().profile().path();
  }
}
