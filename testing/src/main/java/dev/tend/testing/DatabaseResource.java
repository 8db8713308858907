package dev.tend.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a Quarkus test {@link RealDatabase#shared() the database} as its default datasource. */
public final class DatabaseResource implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    var database = RealDatabase.shared();
    return Map.of(
        "quarkus.datasource.jdbc.url", database.jdbcUrl(),
        "quarkus.datasource.username", database.user(),
        "quarkus.datasource.password", database.password());
  }

  /** The shared database stays for the next test; it ends with the JVM. */
  @Override
  public void stop() {}
}
