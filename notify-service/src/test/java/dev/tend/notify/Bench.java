package dev.tend.notify;

import dev.tend.testing.RealDatabase;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of a test's own, brought up to date, and a clock that the test moves. */
public final class Bench implements AutoCloseable {
  private final RealDatabase database = RealDatabase.start();
  private final PGSimpleDataSource connections = new PGSimpleDataSource();
  private final AtomicReference<Instant> now = new AtomicReference<>();

  private Bench(Instant start) {
    now.set(start);
    connections.setUrl(database.jdbcUrl());
    connections.setUser(database.user());
    connections.setPassword(database.password());
    Flyway.configure().dataSource(connections).load().migrate();
  }

  /** A bench whose clock stands at an instant. The caller closes it. */
  public static Bench at(Instant start) {
    return new Bench(start);
  }

  /** The way to its database. */
  public Jdbi jdbi() {
    return Database.over(connections);
  }

  /** The same, for a library that wants connections. */
  public DataSource connections() {
    return connections;
  }

  /** Its clock. */
  public InstantSource time() {
    return now::get;
  }

  /** Moves the clock. */
  public void setTime(Instant instant) {
    now.set(instant);
  }

  /** The configuration of the tests, with some keys set otherwise. */
  public static NotifyConfig config(Map<String, String> otherwise) {
    var settings = new HashMap<>(NotifyParts.SETTINGS);
    settings.put("tend.notify.smtp.host", "127.0.0.1");
    settings.put("tend.notify.smtp.tls", "none");
    settings.putAll(otherwise);
    return new SmallRyeConfigBuilder()
        .withDefaultValues(settings)
        .withMapping(NotifyConfig.class)
        .build()
        .getConfigMapping(NotifyConfig.class);
  }

  /** Forgets everything, for the next test, and sets the clock. */
  public void clear(Instant start) {
    now.set(start);
    jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    truncate inbox, members, invitations, invitation_names, decisions, verdicts, choices,
                             standing_choices, dead_letters, mails, mail_attempts, questions,
                             digests, digest_rows, outgoing, scheduled_tasks,
                             erasures, forgotten
                    """));
  }

  @Override
  public void close() {
    database.close();
  }
}
