package dev.tend.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** A PostgreSQL that keeps its data and wants a password. */
final class Database implements AutoCloseable {
  private static final String NAME = "tend";

  private final EmbeddedPostgres postgres;
  private final DatabaseAddress address;

  private Database(EmbeddedPostgres postgres, DatabaseAddress address) {
    this.postgres = postgres;
    this.address = address;
  }

  /** Starts it; at the first start it also makes the database and the user of Tend. */
  static Database start(DataFolder data, int port, Secrets secrets, Leftovers leftovers)
      throws IOException, CannotStartException {
    var folder = data.folder("postgresql");
    try {
      var postgres =
          EmbeddedPostgres.builder()
              .setDataDirectory(folder)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPort(port)
              .setPGStartupWait(Duration.ofSeconds(60))
              // these two are passed to initdb behind zonky's "-A trust", and so replace it
              .setLocaleConfig("auth", "scram-sha-256")
              .setLocaleConfig("pwfile", secrets.databasePasswordFile().toString())
              .setConnectConfig("password", secrets.databasePassword())
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("unix_socket_directories", "''")
              // zonky tunes for tests, which may lose what they wrote
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("max_connections", "100")
              .start();
      leftovers.remember("postgresql", postmaster(folder));
      create(postgres, secrets.databasePassword());
      return new Database(
          postgres,
          new DatabaseAddress(
              "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME,
              NAME,
              secrets.databasePassword()));
    } catch (IOException | SQLException | IllegalStateException failed) {
      throw new CannotStartException(
          "PostgreSQL cannot be started: %s. See %s."
              .formatted(failed.getMessage(), data.log("launcher")),
          failed);
    }
  }

  /** The process id is the first line of the file that PostgreSQL keeps while it runs. */
  private static ProcessHandle postmaster(Path folder) throws IOException {
    var pid = Files.readAllLines(folder.resolve("postmaster.pid")).getFirst().strip();
    return ProcessHandle.of(Long.parseLong(pid))
        .orElseThrow(() -> new IOException("PostgreSQL ended right after its start"));
  }

  private static void create(EmbeddedPostgres postgres, String password) throws SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var exists = statement.executeQuery("select from pg_database where datname = 'tend'")) {
      if (exists.next()) {
        return;
      }
      // the password is 64 hexadecimal digits: nothing in it needs quoting
      statement.execute(
          """
          do $$ begin
            if not exists (select from pg_roles where rolname = 'tend') then
              create role tend login password '%s';
            end if;
          end $$
          """
              .formatted(password));
      statement.execute("create database tend owner tend");
    }
  }

  DatabaseAddress address() {
    return address;
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
