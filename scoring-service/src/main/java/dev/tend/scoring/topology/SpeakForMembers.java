package dev.tend.scoring.topology;

import static java.util.Objects.requireNonNull;

import dev.tend.events.Member;
import dev.tend.scoring.learning.Lessons;
import dev.tend.scoring.learning.Voice;
import dev.tend.scoring.policy.Judge;
import dev.tend.scoring.policy.Learning;
import dev.tend.scoring.topology.ForMember.MemberChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Tells the firm what those members of a partition have to say who take part in it, and what nobody
 * says any longer; only what differs from what was told last. Beside deciding and not in it: a
 * choice or a verdict costs nothing more, since the firm moves once a week.
 */
final class SpeakForMembers implements Processor<String, Arrived<ForMember>, String, Voice> {
  /** How often all members are gone through. */
  static final Duration PAUSE = Duration.ofHours(1);

  /** What one member has to say takes some milliseconds to work out. */
  static final int AT_A_TIME = 50;

  private final Judge judge;
  private final Duration every;
  private @Nullable ProcessorContext<String, Voice> context;
  private @Nullable KeyValueStore<String, Member> members;
  private @Nullable KeyValueStore<String, Lessons> lessons;
  private @Nullable KeyValueStore<String, Voice> spoken;
  private @Nullable String next;
  private Instant nextRound = Instant.MIN;

  SpeakForMembers(Judge judge, Duration every) {
    this.judge = judge;
    this.every = every;
  }

  @Override
  public void init(ProcessorContext<String, Voice> given) {
    context = given;
    members = given.getStateStore(StateStores.MEMBERS);
    lessons = given.getStateStore(StateStores.LESSONS);
    spoken = given.getStateStore(StateStores.SPOKEN);
    var _ = given.schedule(every, PunctuationType.WALL_CLOCK_TIME, this::timePassed);
  }

  /** Whoever leaves is heard no longer from then on; for the rest there is time. */
  @Override
  public void process(Record<String, Arrived<ForMember>> record) {
    if (record.value().news() instanceof MemberChanged(var member) && member == null) {
      tell(record.key(), null);
    }
  }

  private void timePassed(long wallClock) {
    var now = Instant.ofEpochMilli(wallClock);
    if (!now.isBefore(nextRound)) {
      for (var member : some(now)) {
        tell(member.id(), voice(member, now));
      }
    }
  }

  /** The next members of a round. Behind the last of them it is time for a pause. */
  private List<Member> some(Instant now) {
    var store = requireNonNull(members);
    var some = new ArrayList<Member>();
    try (KeyValueIterator<String, Member> all =
        next == null ? store.all() : store.range(next, null)) {
      while (some.size() < AT_A_TIME && all.hasNext()) {
        some.add(all.next().value);
      }
      next = all.hasNext() ? all.peekNextKey() : null;
    }
    if (next == null) {
      nextRound = now.plus(PAUSE);
    }
    return some;
  }

  /** Null for a member who takes no part in the firm, and for one who has nothing to say. */
  private @Nullable Voice voice(Member member, Instant now) {
    if (judge.standing(member).learning() != Learning.FIRM) {
      return null;
    }
    var taught = requireNonNull(lessons).get(member.id());
    if (taught == null) {
      return null;
    }
    var voice = Voice.of(Learned.tastes(taught, now));
    return voice.isSilent() ? null : voice;
  }

  private void tell(String member, @Nullable Voice voice) {
    var store = requireNonNull(spoken);
    if (Objects.equals(voice, store.get(member))) {
      return;
    }
    store.put(member, voice);
    var here = requireNonNull(context);
    here.forward(new Record<>(member, voice, here.currentSystemTimeMs()));
  }
}
