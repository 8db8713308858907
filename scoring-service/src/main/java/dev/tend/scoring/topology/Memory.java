package dev.tend.scoring.topology;

import static java.util.Collections.unmodifiableMap;

import dev.tend.events.Member;
import dev.tend.events.SignalName;
import dev.tend.scoring.learning.FirmTastes;
import dev.tend.scoring.learning.Leaning;
import dev.tend.scoring.learning.Lessons;
import dev.tend.scoring.learning.Taste;
import dev.tend.scoring.policy.Judge;
import dev.tend.scoring.policy.Learning;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * What this instance's stores hold of members' choices, for who asks from outside the stream. Each
 * instance knows the members of its own partitions.
 */
@Singleton
public final class Memory {
  private final KafkaStreams streams;
  private final Judge judge;

  Memory(KafkaStreams streams, Judge judge) {
    this.streams = streams;
    this.judge = judge;
  }

  /** What can be said of a member, or of the firm. */
  public sealed interface Answer {}

  /**
   * What was learned.
   *
   * @param asOf when it was worked out
   * @param learning what the policy allows
   * @param lessons how many choices it follows from
   * @param tastes what these say, one for each reason that was seen often enough
   * @param firm how many points more each reason counts for the firm, by its name; empty when the
   *     member takes no part
   * @param leans what both come to for this member
   */
  public record Learnt(
      String member,
      Instant asOf,
      Learning learning,
      int lessons,
      List<Taste> tastes,
      Map<SignalName, Integer> firm,
      List<Leaning.Lean> leans)
      implements Answer {
    public Learnt {
      tastes = List.copyOf(tastes);
      firm = unmodifiableMap(new TreeMap<>(firm));
      leans = List.copyOf(leans);
    }
  }

  /** What the firm prefers together, as this instance was told last. */
  public record Preferred(FirmTastes firm) implements Answer {}

  /** No member of this instance's partitions. */
  public record NotHere() implements Answer {}

  /** The stores are being restored or moved. */
  public record NotNow() implements Answer {}

  /** What was learned from a member's choices. */
  public Answer of(String member, Instant now) {
    try {
      var served = this.<Member>store(StateStores.MEMBERS).get(member);
      return served == null ? new NotHere() : learnt(served, now);
    } catch (InvalidStateStoreException away) {
      return new NotNow();
    }
  }

  private Learnt learnt(Member member, Instant now) {
    var learning = judge.standing(member).learning();
    var held = learning == Learning.OFF ? null : lessons().get(member.id());
    var taught = held == null ? Lessons.NONE : held;
    var own = Learned.tastes(taught, now);
    var firm = learning == Learning.FIRM ? firmHeard() : FirmTastes.NONE;
    return new Learnt(
        member.id(),
        now,
        learning,
        taught.all().size(),
        own.all(),
        firm.points(),
        Leaning.of(own, firm).all());
  }

  /** What the firm prefers; of those who take part, nobody is named. */
  public Answer ofFirm() {
    try {
      return new Preferred(firmHeard());
    } catch (InvalidStateStoreException away) {
      return new NotNow();
    }
  }

  private ReadOnlyKeyValueStore<String, Lessons> lessons() {
    return store(StateStores.LESSONS);
  }

  private FirmTastes firmHeard() {
    return FirmPage.read(store(StateStores.FIRM));
  }

  private <V> ReadOnlyKeyValueStore<String, V> store(String name) {
    return streams.store(
        StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<String, V>keyValueStore()));
  }
}
