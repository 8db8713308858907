package dev.tend.ingest.publish;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/**
 * Counts the invitations that the broker acknowledged, as {@code tend_invitations_received_total}.
 */
@Startup
@Singleton
public class Received {
  private final MeterRegistry meters;

  Received(MeterRegistry meters) {
    this.meters = meters;
    for (var source : Source.values()) {
      counter(source).increment(0);
    }
  }

  public void count(Source source, int invitations) {
    counter(source).increment(invitations);
  }

  private io.micrometer.core.instrument.Counter counter(Source source) {
    return meters.counter("tend.invitations.received", "source", source.word());
  }
}
