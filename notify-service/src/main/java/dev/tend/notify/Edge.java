package dev.tend.notify;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Where the world comes in: its chance and its database. */
final class Edge {
  private Edge() {}

  @Produces
  @Singleton
  static RandomGenerator chance() {
    return RandomGenerator.getDefault();
  }

  @Produces
  @Singleton
  static Jdbi database(DataSource connections) {
    return Database.over(connections);
  }
}
