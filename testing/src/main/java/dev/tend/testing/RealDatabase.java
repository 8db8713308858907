package dev.tend.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A PostgreSQL 18 with one empty database. */
public final class RealDatabase implements AutoCloseable {
  private static final String IMAGE = "postgres:18";
  private static final String SEPARATOR = "\n";

  private final String jdbcUrl;
  private final String user;
  private final String password;
  private final Runnable stop;

  private RealDatabase(String jdbcUrl, String user, String password, Runnable stop) {
    this.jdbcUrl = jdbcUrl;
    this.user = user;
    this.password = password;
    this.stop = stop;
  }

  /** The one database of this JVM, started at the first call and stopped when the JVM ends. */
  public static RealDatabase shared() {
    var kept =
        Parts.oncePerJvm(
            "tend.test.database",
            () -> {
              var database = start();
              Runtime.getRuntime().addShutdownHook(new Thread(database::close));
              return String.join(SEPARATOR, database.jdbcUrl, database.user, database.password);
            });
    var parts = kept.split(SEPARATOR, -1);
    return new RealDatabase(parts[0], parts[1], parts[2], () -> {});
  }

  /** A database of the caller's own, who closes it. */
  public static RealDatabase start() {
    return start(Parts.chosen());
  }

  static RealDatabase start(Parts parts) {
    return switch (parts) {
      case DOCKER -> container();
      case EMBEDDED -> embedded();
    };
  }

  private static RealDatabase container() {
    var container = new PostgreSQLContainer(IMAGE);
    container.start();
    return new RealDatabase(
        container.getJdbcUrl(), container.getUsername(), container.getPassword(), container::stop);
  }

  private static RealDatabase embedded() {
    Parts.quiet("io.zonky.test"); // it repeats every line that initdb says
    try {
      var postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
      return new RealDatabase(
          "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
          "postgres",
          "postgres",
          () -> closed(postgres));
    } catch (IOException failed) {
      throw new UncheckedIOException("PostgreSQL could not be started", failed);
    }
  }

  private static void closed(EmbeddedPostgres postgres) {
    try {
      postgres.close();
    } catch (IOException failed) {
      throw new UncheckedIOException("PostgreSQL could not be stopped", failed);
    }
  }

  /** What {@code quarkus.datasource.jdbc.url} is to be. */
  public String jdbcUrl() {
    return jdbcUrl;
  }

  /** The user who may do everything. */
  public String user() {
    return user;
  }

  /** That user's password. */
  public String password() {
    return password;
  }

  /** A new connection; the caller closes it. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, user, password);
  }

  /** Stops the database and forgets what it kept; does nothing to the shared one. */
  @Override
  public void close() {
    stop.run();
  }
}
