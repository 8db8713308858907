package dev.tend.ingest.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Counts what providers deliver, as {@code tend_webhook_deliveries_total}. */
@Startup
@Singleton
class Deliveries {
  private final MeterRegistry meters;

  Deliveries(MeterRegistry meters, Providers providers) {
    this.meters = meters;
    for (var provider : providers.names()) {
      for (var outcome : Outcome.values()) {
        // a rate needs a zero to start from
        counter(provider, outcome).increment(0);
      }
    }
  }

  void count(String provider, Outcome outcome) {
    counter(provider, outcome).increment();
  }

  private Counter counter(String provider, Outcome outcome) {
    return meters.counter(
        "tend.webhook.deliveries",
        "provider",
        provider,
        "outcome",
        outcome.name().toLowerCase(Locale.ROOT));
  }

  /** Whether the signature was good; the label of the metric. */
  enum Outcome {
    BELIEVED,
    FORGED
  }
}
