package dev.tend.notify.ops;

import dev.tend.notify.Rounds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as gauges. It is counted every few seconds, not when it is asked for, so that a scrape
 * never waits for the database; while that is away the gauges have no value.
 */
@ApplicationScoped
class LedgerGauges {
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final Jdbi database;
  private final InstantSource time;
  private final MeterRegistry meters;
  private volatile @Nullable Ledger counted;
  private @Nullable Rounds rounds;

  LedgerGauges(Jdbi database, InstantSource time, MeterRegistry meters) {
    this.database = database;
    this.time = time;
    this.meters = meters;
  }

  void start(@Observes StartupEvent ready) {
    gauge("tend.ledger.received", Ledger::received);
    gauge("tend.ledger.accept", Ledger::accept);
    gauge("tend.ledger.ask", Ledger::ask);
    gauge("tend.ledger.ignore", Ledger::ignore);
    gauge("tend.ledger.dead", Ledger::dead);
    gauge("tend.ledger.undecided", Ledger::undecided);
    gauge("tend.ledger.balanced", ledger -> ledger.balanced() ? 1 : 0);
    gauge("tend.ledger.oldest.undecided.seconds", Ledger::oldestUndecidedSeconds);
    rounds = Rounds.start("ledger", EVERY, this::count);
  }

  void stop(@Observes ShutdownEvent end) {
    if (rounds != null) {
      rounds.close();
    }
  }

  private boolean count() {
    counted = null;
    counted = database.withHandle(handle -> Ledger.at(time.instant(), handle));
    return false;
  }

  private void gauge(String name, ToDoubleFunction<Ledger> figure) {
    Gauge.builder(
            name,
            () -> {
              var ledger = counted;
              return ledger == null ? Double.NaN : figure.applyAsDouble(ledger);
            })
        .register(meters);
  }
}
