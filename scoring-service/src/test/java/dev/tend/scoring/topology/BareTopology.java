package dev.tend.scoring.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.apache.kafka.streams.kstream.Named.as;

import dev.tend.events.Topic;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The same two hops without our logic, as fast as Kafka Streams goes: read an invitation's bytes,
 * put one value into a store under the inviter, carry bytes to the member, put one value into a
 * store under member and invitation, write bytes. Nothing is decoded, looked up, judged or encoded;
 * the member is taken from a header. What it carries and keeps has the sizes that ours has.
 */
final class BareTopology {
  static final String OUTPUT = "bare.decisions";
  static final String MEMBER = "member";

  private BareTopology() {}

  /** How many bytes a value has at each of the four places. */
  record Sizes(int inviterState, int carried, int memberState, int written) {}

  static Topology of(Sizes sizes) {
    var builder = new StreamsBuilder();
    for (var store : new String[] {"by-inviter", "by-member"}) {
      builder.addStateStore(
          Stores.keyValueStoreBuilder(
              Stores.persistentKeyValueStore(store), Serdes.String(), Serdes.ByteArray()));
    }
    builder.stream(Topic.INVITATIONS.fullName(), Consumed.with(Serdes.String(), Serdes.ByteArray()))
        .process(
            () -> new Hop("by-inviter", sizes.inviterState(), sizes.carried(), true),
            as("put-by-inviter"),
            "by-inviter")
        .repartition(
            Repartitioned.with(Serdes.String(), Serdes.ByteArray()).withName("bare-by-member"))
        .process(
            () -> new Hop("by-member", sizes.memberState(), sizes.written(), false),
            as("put-by-member"),
            "by-member")
        .to(OUTPUT, Produced.with(Serdes.String(), Serdes.ByteArray()));
    return builder.build();
  }

  /** Puts one value and sends one on, both cut or filled to a size. */
  private static final class Hop implements Processor<String, byte[], String, byte[]> {
    private final String storeName;
    private final int kept;
    private final int sent;
    private final boolean toMember;
    private @Nullable ProcessorContext<String, byte[]> context;
    private @Nullable KeyValueStore<String, byte[]> store;

    Hop(String storeName, int kept, int sent, boolean toMember) {
      this.storeName = storeName;
      this.kept = kept;
      this.sent = sent;
      this.toMember = toMember;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> given) {
      context = given;
      store = given.getStateStore(storeName);
    }

    @Override
    public void process(Record<String, byte[]> record) {
      var id = new String(record.headers().lastHeader("ce_id").value(), UTF_8);
      requireNonNull(store)
          .put(toMember ? record.key() : record.key() + '|' + id, sized(record.value(), kept));
      var key =
          toMember ? new String(record.headers().lastHeader(MEMBER).value(), UTF_8) : record.key();
      requireNonNull(context).forward(record.withKey(key).withValue(sized(record.value(), sent)));
    }

    private static byte[] sized(byte[] bytes, int size) {
      var sized = Arrays.copyOf(bytes, size);
      if (size > bytes.length) {
        // not zeros, which would compress and flatter
        System.arraycopy(
            bytes,
            ThreadLocalRandom.current().nextInt(1 + bytes.length / 2),
            sized,
            bytes.length,
            Math.min(size - bytes.length, bytes.length / 2));
      }
      return sized;
    }
  }
}
