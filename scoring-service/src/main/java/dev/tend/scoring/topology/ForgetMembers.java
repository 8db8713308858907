package dev.tend.scoring.topology;

import static java.util.Objects.requireNonNull;

import dev.tend.events.ConnectionKey;
import dev.tend.events.Erasure;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Forgets somebody where everything about members lies: what passed between members and a person,
 * or all that belongs to a member; and where they stand beside the invitations of others. A
 * member's own record and lessons go with the tombstone on {@code tend.members}.
 */
final class ForgetMembers implements Processor<String, Erasure, String, Forgetting> {
  private @Nullable ProcessorContext<String, Forgetting> context;
  private @Nullable Traces opened;

  @Override
  public void init(ProcessorContext<String, Forgetting> given) {
    context = given;
    opened = new Traces(given);
  }

  @Override
  public void process(Record<String, Erasure> record) {
    var erasure = record.value();
    var traces = requireNonNull(opened);
    var removed = new LinkedHashMap<String, Integer>();
    removed.put("invitations", traces.forgetDealings(erasure));
    removed.put("mentions", traces.forgetMentions(erasure));
    traces.forgetEarly(erasure);
    var ended = traces.forgetAcquaintances(erasure);
    removed.put("acquaintances", ended.size());
    if (erasure.kind() == Erasure.Kind.MEMBER) {
      ended.forEach(this::disconnect);
    }
    confirm(record.key(), erasure, removed);
  }

  /** The connections of a person are taken back where the person lies, those of a member here. */
  private void disconnect(ConnectionKey connection) {
    tell(connection.toString(), new Forgetting.Disconnected(connection));
  }

  private void confirm(String key, Erasure erasure, Map<String, Integer> removed) {
    var part = "members-" + requireNonNull(context).taskId().partition();
    tell(key, Confirmations.of(erasure, part, removed, now()));
  }

  private void tell(String key, Forgetting said) {
    requireNonNull(context)
        .forward(new Record<>(key, said, now().toEpochMilli(), new RecordHeaders()));
  }

  private Instant now() {
    return Instant.ofEpochMilli(requireNonNull(context).currentSystemTimeMs());
  }
}
