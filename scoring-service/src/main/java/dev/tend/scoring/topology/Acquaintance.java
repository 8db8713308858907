package dev.tend.scoring.topology;

import dev.tend.events.Connection;
import dev.tend.events.Correspondence;
import dev.tend.events.PersonKey;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a member knows, as far as it matters when others invite the member.
 *
 * @param correspondence that they wrote to each other; null when nothing is known of it
 * @param onlyWrote whether that is all: then they are not connected
 */
record Acquaintance(
    PersonKey person,
    String name,
    String company,
    @Nullable LocalDate since,
    @Nullable Correspondence correspondence,
    boolean onlyWrote) {

  /**
   * What is told of somebody. Their messages are a fact of the past, so a source that says nothing
   * of them takes nothing back.
   *
   * @param before what was known; null when nothing was
   */
  static Acquaintance of(Connection connection, @Nullable Acquaintance before) {
    var told = connection.correspondence();
    return new Acquaintance(
        connection.person(),
        connection.name(),
        connection.company(),
        connection.since(),
        told == null && before != null ? before.correspondence() : told,
        !connection.areConnected());
  }

  @Override
  public String toString() {
    return "Acquaintance[redacted]";
  }
}
