package dev.tend.scoring.topology;

import dev.tend.events.Member;
import dev.tend.scoring.learning.FirmTastes;
import dev.tend.scoring.learning.Lessons;
import dev.tend.scoring.learning.Voice;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * What the stream remembers. A name is a contract: it names a folder on the disk and a topic on the
 * broker. Uncached, since nearly every key is written once, so that a cache would hold what nobody
 * asks for again; that it costs nothing to do without one has not been measured yet.
 */
record StateStores(Function<String, KeyValueBytesStoreSupplier> kind) {
  /** By inviter: {@link KnownPerson}. */
  static final String PEOPLE = "people";

  /** The whole firm, on every inviter's partition: {@link ColleagueCard} by member. */
  static final String DIRECTORY = "directory";

  /** Whose connection came before them: {@link Awaited}. */
  static final String AWAITED_COLLEAGUES = "awaited-colleagues";

  /** By member: the member. */
  static final String MEMBERS = "members";

  /** By member and inviter: {@link Dealings}. */
  static final String DEALINGS = "dealings";

  /** What waits for its member to be known: since when, by member and invitation. */
  static final String UNDECIDED = "undecided";

  /** By member, whom they are connected to: {@link Acquaintances}. */
  static final String ACQUAINTANCES = "acquaintances";

  /** How many of them lie in each range: {@link Acquaintances}. */
  static final String ACQUAINTANCE_COUNTS = "acquaintance-counts";

  /** What the firm received lately, to hear echoes by: {@link Sightings}. */
  static final String SIGHTINGS = "sightings";

  /** Answers and choices that came before their invitation: {@link Early}. */
  static final String EARLY = "early";

  /** By member: what their choices taught, {@link Lessons}. */
  static final String LESSONS = "lessons";

  /** By member: what the firm was last told that their choices say, {@link Voice}. */
  static final String SPOKEN = "spoken";

  /** The same of the whole firm, in one place. */
  static final String VOICES = "voices";

  /** What the firm prefers, in that place and as every partition was told: {@link FirmPage}. */
  static final String FIRM = "firm";

  /** On the disk, so that a restart goes on where it stopped; but for what is small. */
  static StateStores onDisk() {
    return new StateStores(Stores::persistentKeyValueStore);
  }

  /** What {@link EnrichByInviter} uses. */
  static String[] ofInviters() {
    return new String[] {PEOPLE, DIRECTORY, AWAITED_COLLEAGUES};
  }

  /** What {@link DecideByMember} uses. */
  static String[] ofMembers() {
    return new String[] {
      MEMBERS, DEALINGS, UNDECIDED, EARLY, LESSONS, FIRM, ACQUAINTANCES, ACQUAINTANCE_COUNTS
    };
  }

  /** What {@link SpeakForMembers} uses. */
  static String[] ofSpeakers() {
    return new String[] {MEMBERS, LESSONS, SPOKEN};
  }

  List<StoreBuilder<?>> all() {
    return List.of(
        store(PEOPLE, Serdes.ByteArray()),
        store(DIRECTORY, Packing.serde(ColleagueCard.class)),
        store(AWAITED_COLLEAGUES, Serdes.String()),
        store(MEMBERS, Packing.serde(Member.class)),
        store(DEALINGS, Serdes.ByteArray()),
        store(UNDECIDED, Serdes.Long()),
        store(EARLY, Serdes.ByteArray()),
        store(LESSONS, Packing.serde(Lessons.class)),
        store(ACQUAINTANCES, Packing.serde(Acquaintance.class)),
        store(ACQUAINTANCE_COUNTS, Serdes.Long()),
        small(SPOKEN, Packing.serde(Voice.class)),
        small(VOICES, Packing.serde(Voice.class)),
        small(FIRM, Packing.serde(FirmTastes.class)),
        store(SIGHTINGS, Packing.serde(Sighting.class)));
  }

  /**
   * In memory, and read from the broker at a start: a few hundred bytes for each member, and
   * nothing where the firm learns nothing, are not worth a database on each partition.
   */
  private static <T> StoreBuilder<KeyValueStore<String, T>> small(String name, Serde<T> values) {
    return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), values);
  }

  private <T> StoreBuilder<KeyValueStore<String, T>> store(String name, Serde<T> values) {
    return Stores.keyValueStoreBuilder(kind.apply(name), Serdes.String(), values);
  }
}
