package dev.tend.scoring.topology;

import static java.util.Objects.requireNonNull;

import dev.tend.scoring.learning.FirmTastes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Puts down what the firm prefers, for {@link DecideByMember} beside it. */
final class HearOfFirm extends ContextualProcessor<String, FirmTastes, Void, Void> {
  private @Nullable FirmPage page;

  @Override
  public void init(ProcessorContext<Void, Void> given) {
    super.init(given);
    page = new FirmPage(given.getStateStore(StateStores.FIRM));
  }

  @Override
  public void process(Record<String, FirmTastes> record) {
    requireNonNull(page).write(record.value());
  }
}
