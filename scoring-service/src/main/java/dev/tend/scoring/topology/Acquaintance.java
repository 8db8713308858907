package dev.tend.scoring.topology;

import dev.tend.events.Connection;
import dev.tend.events.PersonKey;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody to whom a member is connected, as far as it matters when others invite the member. */
record Acquaintance(PersonKey person, String name, String company, @Nullable LocalDate since) {
  static Acquaintance of(Connection connection) {
    return new Acquaintance(
        connection.person(), connection.name(), connection.company(), connection.since());
  }

  @Override
  public String toString() {
    return "Acquaintance[redacted]";
  }
}
