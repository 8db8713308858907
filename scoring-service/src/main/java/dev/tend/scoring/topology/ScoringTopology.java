package dev.tend.scoring.topology;

import static dev.tend.events.Topic.CHOICES;
import static dev.tend.events.Topic.CONNECTIONS;
import static dev.tend.events.Topic.DEAD_LETTERS;
import static dev.tend.events.Topic.DECISIONS;
import static dev.tend.events.Topic.ERASED;
import static dev.tend.events.Topic.ERASURES;
import static dev.tend.events.Topic.INVITATIONS;
import static dev.tend.events.Topic.MEMBERS;
import static dev.tend.events.Topic.PEOPLE;
import static dev.tend.events.Topic.REPLIES;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.apache.kafka.streams.kstream.Named.as;

import dev.tend.events.DeadLetter;
import dev.tend.events.Decision;
import dev.tend.events.Erased;
import dev.tend.events.Erasure;
import dev.tend.events.Topic;
import dev.tend.events.kafka.KeyPartitioner;
import dev.tend.scoring.learning.FirmTastes;
import dev.tend.scoring.learning.Voice;
import dev.tend.scoring.topology.Reading.Reader;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * The wiring, told as its sentence: decode, enrich by inviter, carry to the member, decide by
 * member. Every operator and store has a name, since an unnamed one is numbered, and the next step
 * that is inserted would orphan its state. {@code docs/topology.txt} shows the whole.
 */
final class ScoringTopology {
  private final StreamsBuilder builder = new StreamsBuilder();
  private final Steps steps;
  private final StateStores stores;

  ScoringTopology(Steps steps, StateStores stores) {
    this.steps = steps;
    this.stores = stores;
  }

  Topology build() {
    stores.all().forEach(builder::addStateStore);

    var invitations = decoded(INVITATIONS, Reading::invitation);
    var people = decoded(PEOPLE, Reading::person);
    var connections = decoded(CONNECTIONS, Reading::connection);
    var members = decoded(MEMBERS, Reading::member);
    var replies = decoded(REPLIES, Reading::reply);
    var choices = decoded(CHOICES, Reading::choice);

    var colleagues =
        members
            .mapValues(ColleagueCard::told, as("tell-colleagues"))
            .repartition(toEveryPartition("colleagues", ColleagueCard.class))
            .mapValues(ColleagueCard::heard, as("hear-of-colleague"));

    var erasures = decoded(ERASURES, Reading::erasure).mapValues(Arrived::news, as("erasure"));
    var ofInviters =
        told(
            "inviters",
            erasures
                .repartition(toEveryPartition("erasures-of-inviters", Erasure.class))
                .process(steps::forgetInviters, as("forget-inviters"), StateStores.ofInviters()));
    told(
        "members",
        erasures
            .repartition(toEveryPartition("erasures-of-members", Erasure.class))
            .process(steps::forgetMembers, as("forget-members"), StateStores.ofMembers()));

    var echoes = echoes(invitations, ofInviters);
    var acquaintances = acquaintances(connections);

    var enriched =
        living(
                "enriched",
                invitations
                    .merge(people, as("with-people"))
                    .merge(connections, as("with-connections"))
                    .merge(colleagues, as("with-colleagues"))
                    .merge(echoes, as("with-echoes"))
                    .processValues(
                        steps::enrichByInviter, as("enrich-by-inviter"), StateStores.ofInviters()))
            .merge(ofInviters.flatMapValues(Forgetting::unsaid, as("unsay")), as("with-unsaid"))
            .selectKey((inviter, told) -> told.member(), as("carry-to-member"))
            .repartition(packed("enriched-by-member", Enriched.class))
            .mapValues(Enriched::arrived, as("at-member"));

    living(
            "decisions",
            enriched
                .merge(members, as("with-members"))
                .merge(acquaintances, as("with-acquaintances"))
                .merge(replies, as("with-replies"))
                .merge(choices, as("with-choices"))
                .process(steps::decideByMember, as("decide-by-member"), StateStores.ofMembers()))
        .processValues(
            () -> new Publish<>(DECISIONS, Decision::id, Decision::decidedAt), as("write-decision"))
        .to(DECISIONS.fullName(), bytesTo("decisions"));

    firm(members);

    return builder.build();
  }

  /** Who sends nearly the same as others: seen together, told where each inviter is known. */
  private KStream<String, Arrived<AboutInviter>> echoes(
      KStream<String, Arrived<AboutInviter>> invitations, KStream<String, Forgetting> forgotten) {
    return living(
            "echoes",
            invitations
                .flatMapValues(Seen::of, as("look-for-prints"))
                .merge(forgotten.flatMapValues(Forgetting::unseen, as("unsee")), as("with-unseen"))
                .selectKey((inviter, seen) -> Seen.TOGETHER, as("gather"))
                .repartition(packed("seen", Seen.class))
                .process(steps::hearEchoes, as("hear-echoes"), StateStores.SIGHTINGS))
        .selectKey((all, echoed) -> echoed.inviter().path(), as("carry-to-inviter"))
        .repartition(packed("echoes-by-inviter", Echoed.class))
        .mapValues(Echoed::arrived, as("at-inviter"));
  }

  /** What the members' choices say together: heard in one place, told to all who take part. */
  private void firm(KStream<String, Arrived<ForMember>> members) {
    members
        .process(steps::speakForMembers, as("speak-for-members"), StateStores.ofSpeakers())
        .repartition(
            packed("voices", Voice.class)
                .withStreamPartitioner(
                    (topic, member, voice, all) -> Optional.of(Set.of(HearMembers.PLACE))))
        .process(steps::hearMembers, as("hear-members"), StateStores.VOICES, StateStores.FIRM)
        .repartition(
            packed("firm", FirmTastes.class)
                .withStreamPartitioner((topic, firm, tastes, all) -> Optional.of(all(all))))
        .process(HearOfFirm::new, as("hear-of-firm"), StateStores.FIRM);
  }

  /** Says what was forgotten, and takes the connections back that it ends. */
  private KStream<String, Forgetting> told(String whose, KStream<String, Forgetting> forgotten) {
    forgotten
        .flatMapValues(Forgetting::confirmations, as("confirm-" + whose))
        .selectKey((key, erased) -> erased.key(), as("by-receipt-of-" + whose))
        .processValues(
            () -> new Publish<>(ERASED, Erased::key, Erased::at), as("write-erased-" + whose))
        .to(ERASED.fullName(), bytesTo("erased-" + whose));
    forgotten
        .flatMap((key, one) -> one.tombstones(), as("disconnect-" + whose))
        .to(
            CONNECTIONS.fullName(),
            bytesTo("disconnected-" + whose)
                .withStreamPartitioner(
                    (topic, key, value, partitions) ->
                        Optional.of(Set.of(KeyPartitioner.partition(key, partitions)))));
    return forgotten;
  }

  /** Whom each member knows, where the member lies. */
  private KStream<String, Arrived<ForMember>> acquaintances(
      KStream<String, Arrived<AboutInviter>> connections) {
    return connections
        .flatMapValues(Acquainted::of, as("tell-connected-member"))
        .selectKey((pair, acquainted) -> acquainted.member(), as("carry-to-connected-member"))
        .repartition(packed("acquaintances-by-member", Acquainted.class))
        .mapValues(Acquainted::arrived, as("at-connected-member"));
  }

  /** What can be read of a topic. */
  private <N> KStream<String, Arrived<N>> decoded(Topic topic, Reader<N> reader) {
    var name = topic.name().toLowerCase(Locale.ROOT);
    var bytes = Consumed.with(Serdes.String(), Serdes.ByteArray()).withName(name);
    return living(
        name,
        builder.stream(topic.fullName(), bytes)
            .processValues(() -> steps.decode(reader), as("decode-" + name)));
  }

  /** What goes on after a step; the rest goes to the dead letters. */
  private <T> KStream<String, T> living(String name, KStream<String, Outcome<T>> outcomes) {
    outcomes
        .flatMapValues(Outcome::letters, as("dead-" + name))
        .processValues(
            () -> new Publish<>(DEAD_LETTERS, DeadLetter::origin, DeadLetter::at),
            as("write-dead-" + name))
        .to(DEAD_LETTERS.fullName(), bytesTo("dead-letters-of-" + name));
    return outcomes.flatMapValues(Outcome::values, as("living-" + name));
  }

  private static Produced<String, byte[]> bytesTo(String sink) {
    return Produced.with(Serdes.String(), Serdes.ByteArray()).withName(sink);
  }

  private static <T extends Record> Repartitioned<String, T> toEveryPartition(
      String name, Class<T> type) {
    return packed(name, type)
        .withStreamPartitioner((topic, key, value, partitions) -> Optional.of(all(partitions)));
  }

  private static Set<Integer> all(int partitions) {
    return IntStream.range(0, partitions).boxed().collect(toUnmodifiableSet());
  }

  private static <T extends Record> Repartitioned<String, T> packed(String name, Class<T> type) {
    return Repartitioned.with(Serdes.String(), Packing.serde(type)).withName(name);
  }
}
