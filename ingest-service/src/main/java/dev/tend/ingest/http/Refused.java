package dev.tend.ingest.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Counts what the doors refuse, as {@code tend_items_refused_total}. */
@Startup
@Singleton
public class Refused {
  private final MeterRegistry meters;

  Refused(MeterRegistry meters) {
    this.meters = meters;
    for (var door : Door.values()) {
      // a rate needs a zero to start from
      counter(door).increment(0);
    }
  }

  /** Counts items that came through a door and were sent back. */
  public void count(Door door, int items) {
    counter(door).increment(items);
  }

  private Counter counter(Door door) {
    return meters.counter("tend.items.refused", "door", door.name().toLowerCase(Locale.ROOT));
  }

  /** Where things come in; the label of the metric. */
  public enum Door {
    INVITATIONS,
    MEMBERS,
    ARCHIVE,
    MAIL,
    WEBHOOK,
    CRM,
    PEOPLE
  }
}
