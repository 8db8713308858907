package dev.tend.scoring.topology;

import dev.tend.events.Member;
import dev.tend.scoring.learning.Lessons;
import dev.tend.scoring.learning.Taste;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
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

  Memory(KafkaStreams streams) {
    this.streams = streams;
  }

  /** What can be said of a member. */
  public sealed interface Answer {}

  /**
   * What was learned.
   *
   * @param asOf when it was worked out
   * @param lessons how many choices it follows from
   * @param tastes one for each reason that was seen often enough
   */
  public record Learnt(String member, Instant asOf, int lessons, List<Taste> tastes)
      implements Answer {
    public Learnt {
      tastes = List.copyOf(tastes);
    }
  }

  /** No member of this instance's partitions. */
  public record NotHere() implements Answer {}

  /** The stores are being restored or moved. */
  public record NotNow() implements Answer {}

  /** What was learned from a member's choices. */
  public Answer of(String member, Instant now) {
    try {
      if (this.<Member>store(StateStores.MEMBERS).get(member) == null) {
        return new NotHere();
      }
      var held = this.<Lessons>store(StateStores.LESSONS).get(member);
      var lessons = held == null ? Lessons.NONE : held;
      return new Learnt(member, now, lessons.all().size(), Learned.tastes(lessons, now).all());
    } catch (InvalidStateStoreException away) {
      return new NotNow();
    }
  }

  private <V> ReadOnlyKeyValueStore<String, V> store(String name) {
    return streams.store(
        StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<String, V>keyValueStore()));
  }
}
