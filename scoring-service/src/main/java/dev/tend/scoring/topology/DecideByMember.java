package dev.tend.scoring.topology;

import static java.util.Objects.requireNonNull;

import dev.tend.events.Choice;
import dev.tend.events.Codec;
import dev.tend.events.DeadLetter;
import dev.tend.events.Decision;
import dev.tend.events.Decoded;
import dev.tend.events.Identity;
import dev.tend.events.Invitation;
import dev.tend.events.Member;
import dev.tend.events.Refusal;
import dev.tend.events.Reply;
import dev.tend.scoring.policy.Judge;
import dev.tend.scoring.topology.ForMember.Answered;
import dev.tend.scoring.topology.ForMember.Chosen;
import dev.tend.scoring.topology.ForMember.GotAcquainted;
import dev.tend.scoring.topology.ForMember.InvitationEnriched;
import dev.tend.scoring.topology.ForMember.MemberChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Decides about each invitation when it comes, and again whenever something is known that was not:
 * about the inviter, the member, an answer, a choice, or that no answer came. Says only what
 * differs from what it said last.
 */
final class DecideByMember
    implements Processor<String, Arrived<ForMember>, String, Outcome<Decision>> {
  /** When to look again at what we failed at. */
  private static final Duration PAUSE = Duration.ofDays(1);

  private final Judge judge;
  private final Duration answerWithin;
  private final Sweep sweep;
  private final DeadLetterBox letters;
  private final Measures measures;
  private @Nullable ProcessorContext<String, Outcome<Decision>> context;
  private @Nullable Desk opened;

  DecideByMember(
      Judge judge, Duration answerWithin, Sweep sweep, DeadLetterBox letters, Measures measures) {
    this.judge = judge;
    this.answerWithin = answerWithin;
    this.sweep = sweep;
    this.letters = letters;
    this.measures = measures;
  }

  @Override
  public void init(ProcessorContext<String, Outcome<Decision>> given) {
    context = given;
    opened = new Desk(given, answerWithin, judge);
    var _ = given.schedule(sweep.every(), PunctuationType.WALL_CLOCK_TIME, this::timePassed);
  }

  @Override
  public void close() {
    measures.noneUndecided(here().taskId().toString());
  }

  @Override
  public void process(Record<String, Arrived<ForMember>> record) {
    try {
      switch (record.value().news()) {
        case InvitationEnriched(var enriched) -> enriched(enriched, record.headers());
        case GotAcquainted(var news) -> acquainted(news, record.headers());
        case MemberChanged(var member) -> changed(record.key(), member, record.headers());
        case Answered(var reply) -> answered(reply, record.headers());
        case Chosen(var choice) -> chosen(choice, record.headers());
      }
    } catch (RuntimeException failure) {
      fail(envelope(record), record.key(), failure);
    }
  }

  private void enriched(Enriched enriched, Headers headers) {
    var before = desk().between(enriched.member(), enriched.inviter());
    var invitation = enriched.invitation();
    var identity = enriched.identity();
    if (enriched.unsaid()) {
      desk().forget(before);
    } else if (invitation != null && identity != null) {
      settle(before, received(before, invitation, identity, enriched), headers);
    } else if (before.invitation(enriched.id()) != null) {
      settle(before, before.with(enriched.id(), held -> held.told(enriched)), headers);
    }
    // else it is news about the inviter of an invitation that is no longer held
  }

  /** An answer or a choice may have come before, under any of the ids. */
  private Dealings received(
      Dealings before, Invitation invitation, Identity identity, Enriched enriched) {
    var known = before.same(identity);
    var held =
        known == null
            ? Held.arrived(invitation, enriched, identity)
            : known.repeated(invitation, enriched, identity);
    for (var name : held.identity().names()) {
      if (known == null || !known.isCalled(name.id())) {
        held = desk().withEarly(enriched.member(), name.id(), held);
      }
    }
    var now = held;
    return known == null
        ? before.with(now)
        : before.withEach(one -> one.id().equals(now.id()) ? now : one);
  }

  private void acquainted(Acquainted news, Headers headers) {
    boolean wrote = desk().acquaintances().told(news);
    var some = desk().between(news.member(), news.person());
    var member = desk().member(news.member());
    if (wrote && member != null && !some.isEmpty()) {
      decide(member, some, some, headers);
    }
  }

  private void changed(String id, @Nullable Member member, Headers headers) {
    if (member == null) {
      desk().forget(id);
      return;
    }
    var before = desk().member(id);
    desk().put(member);
    desk().learned().wished(member);
    if (before != null && judgedAlike(before, member)) {
      return;
    }
    for (var some : desk().of(id)) {
      try {
        decide(member, some, some, headers);
      } catch (RuntimeException failure) {
        fail(envelope(some, headers), id, failure);
      }
    }
  }

  /** What a member wishes of their digest changes no verdict. */
  private static boolean judgedAlike(Member one, Member other) {
    return one.name().equals(other.name())
        && one.languages().equals(other.languages())
        && one.policy().equals(other.policy())
        && Objects.equals(one.profile(), other.profile());
  }

  private void answered(Reply reply, Headers headers) {
    var before = desk().around(reply.member(), reply.invitation());
    if (before.isEmpty()) {
      desk().keep(early(reply.member(), reply.invitation()).with(reply, origin()));
    } else {
      settle(before, before.with(reply.invitation(), held -> held.answered(reply)), headers);
    }
  }

  private void chosen(Choice choice, Headers headers) {
    var before = desk().between(choice.member(), choice.inviter());
    if (before.invitation(choice.invitation()) == null) {
      desk().keep(early(choice.member(), choice.invitation()).with(choice, origin()));
    } else {
      settle(before, before.with(choice.invitation(), held -> held.chosen(choice)), headers);
    }
  }

  private Early early(String member, String invitation) {
    var early = desk().early(member, invitation);
    return early == null ? Early.nothing(member, invitation, now()) : early;
  }

  /**
   * Takes in what has changed between an inviter and a member, and decides what follows from it.
   */
  private void settle(Dealings before, Dealings changed, Headers headers) {
    if (changed.equals(before)) {
      return;
    }
    var member = desk().member(changed.member());
    if (member == null) {
      desk().keep(changed);
      changed.invitations().stream().filter(Held::isUndecided).forEach(desk().undecided()::waits);
    } else {
      desk().learned().from(member, before, changed);
      decide(member, before, changed, headers);
    }
  }

  private void decide(Member member, Dealings before, Dealings changed, Headers headers) {
    var now = changed;
    var leaning = desk().learned().leaning(member, now());
    var decisions = new ArrayList<Decision>();
    for (var held : changed.invitations()) {
      var last = held.last();
      if (last != null && held.isClosed()) {
        continue;
      }
      var supersedes = last == null ? "" : last.id();
      var facts = now.facts(member, held, desk().acquaintances());
      var decision = judge.decide(facts, leaning, now(), supersedes);
      if (last == null || !last.saysTheSameAs(decision)) {
        now = now.with(held.id(), known -> known.decided(decision));
        decisions.add(decision);
      }
    }
    if (now.equals(before)) {
      return;
    }
    desk().keep(now);
    for (var decision : decisions) {
      var held = before.invitation(decision.invitation());
      if (held != null && held.isUndecided()) {
        desk().undecided().waitsNoLonger(held);
      }
      measures.decided(decision, now.receivedAt(decision.invitation()));
      tell(decision.member(), new Outcome.Next<>(decision), headers);
    }
  }

  /** Questions expire, old invitations are forgotten, early answers are given up. */
  private void timePassed(long wallClock) {
    var now = Instant.ofEpochMilli(wallClock);
    for (var some : desk().due(now, sweep.steps())) {
      try {
        timePassed(some, now);
      } catch (RuntimeException failure) {
        fail(envelope(some, new RecordHeaders()), some.member(), failure);
        desk().postpone(some, now.plus(PAUSE));
      }
    }
    for (var early : desk().givenUp(now, sweep.steps())) {
      desk().remove(early);
      giveUp(early.member(), early.reply(), early.replyOrigin());
      giveUp(early.member(), early.choice(), early.choiceOrigin());
    }
    var task = here().taskId().toString();
    desk()
        .undecided()
        .oldest()
        .ifPresentOrElse(
            since -> measures.undecided(task, since), () -> measures.noneUndecided(task));
  }

  private void timePassed(Dealings before, Instant now) {
    var held = before.withoutOlderThan(now.minus(Dealings.HELD));
    for (var old : before.invitations()) {
      if (old.isUndecided() && held.invitation(old.id()) == null) {
        desk().undecided().waitsNoLonger(old);
      }
    }
    if (held.isEmpty()) {
      desk().remove(before);
    } else {
      var within = desk().answerWithin(before.member());
      var then = held.withEach(one -> one.at(now, within));
      if (then.equals(before)) {
        // the policy gives its question longer than when it was put down
        desk().keep(then);
      } else {
        settle(before, then, new RecordHeaders());
      }
    }
  }

  private void giveUp(String member, @Nullable Object news, @Nullable Origin origin) {
    if (news != null && origin != null) {
      var record = new Envelope(origin, member, Codec.TOPIC.write(news), new RecordHeaders());
      var unknown =
          new Decoded.Refused<>(
              DeadLetter.Reason.MISPLACED,
              new Refusal("invitation", "is not known and did not come"));
      tell(member, new Outcome.Dead<>(letters.refused(record, unknown, now())), record.headers());
    }
  }

  private void fail(Envelope record, String member, RuntimeException failure) {
    tell(member, new Outcome.Dead<>(letters.failed(record, failure, now())), record.headers());
  }

  private void tell(String member, Outcome<Decision> outcome, Headers headers) {
    here().forward(new Record<>(member, outcome, here().currentSystemTimeMs(), headers));
  }

  /** An invitation that we fail at is the dead letter of its own topic, not of ours. */
  private Envelope envelope(Record<String, Arrived<ForMember>> record) {
    if (record.value().news() instanceof InvitationEnriched(var enriched)) {
      var invitation = enriched.invitation();
      var origin = enriched.origin();
      if (invitation != null && origin != null) {
        var value = Codec.TOPIC.write(invitation);
        return new Envelope(origin, enriched.inviter().path(), value, record.headers());
      }
    }
    return new Envelope(origin(), record.key(), record.value().raw(), record.headers());
  }

  private Envelope envelope(Dealings some, Headers headers) {
    var held = some.invitations().getLast();
    var origin = held.origin();
    return new Envelope(
        origin == null ? origin() : origin,
        held.invitation().inviter().profile().path(),
        Codec.TOPIC.write(held.invitation()),
        headers);
  }

  private Origin origin() {
    return here()
        .recordMetadata()
        .map(Origin::of)
        .orElseThrow(() -> new IllegalStateException("nothing is being processed"));
  }

  private ProcessorContext<String, Outcome<Decision>> here() {
    return requireNonNull(context);
  }

  private Desk desk() {
    return requireNonNull(opened);
  }

  private Instant now() {
    return Instant.ofEpochMilli(here().currentSystemTimeMs());
  }
}
