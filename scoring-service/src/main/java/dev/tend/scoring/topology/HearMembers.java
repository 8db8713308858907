package dev.tend.scoring.topology;

import static java.util.Objects.requireNonNull;

import dev.tend.scoring.learning.FirmTastes;
import dev.tend.scoring.learning.Voice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Where all voices of the firm come together: keeps the latest of each member, asks them once a
 * week, and tells every partition what the firm prefers then. Every partition has one of these, and
 * that of {@link #PLACE} alone hears and asks: the others know what the firm prefers, and have no
 * voices to ask.
 */
final class HearMembers implements Processor<String, Voice, String, FirmTastes> {
  /** The partition to which all voices go. */
  static final int PLACE = 0;

  private final Duration every;
  private @Nullable ProcessorContext<String, FirmTastes> context;
  private @Nullable KeyValueStore<String, Voice> voices;
  private @Nullable FirmPage page;

  HearMembers(Duration every) {
    this.every = every;
  }

  @Override
  public void init(ProcessorContext<String, FirmTastes> given) {
    context = given;
    voices = given.getStateStore(StateStores.VOICES);
    page = new FirmPage(given.getStateStore(StateStores.FIRM));
    if (given.taskId().partition() == PLACE) {
      var _ = given.schedule(every, PunctuationType.WALL_CLOCK_TIME, this::timePassed);
    }
  }

  @Override
  public void process(Record<String, Voice> record) {
    requireNonNull(voices).put(record.key(), record.value());
    var firm = requireNonNull(page);
    if (firm.isBlank()) {
      firm.write(
          FirmTastes.beginning(
              Instant.ofEpochMilli(requireNonNull(context).currentSystemTimeMs())));
    }
  }

  private void timePassed(long wallClock) {
    var firm = requireNonNull(page);
    var now = Instant.ofEpochMilli(wallClock);
    if (!firm.isBlank() && firm.read().isDue(now)) {
      var revised = firm.read().revised(all(), now);
      firm.write(revised);
      requireNonNull(context).forward(new Record<>(FirmPage.KEY, revised, wallClock));
    }
  }

  private List<Voice> all() {
    var all = new ArrayList<Voice>();
    try (var entries = requireNonNull(voices).all()) {
      entries.forEachRemaining(entry -> all.add(entry.value));
    }
    return all;
  }
}
