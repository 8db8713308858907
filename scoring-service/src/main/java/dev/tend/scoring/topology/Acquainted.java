package dev.tend.scoring.topology;

import dev.tend.events.Connection;
import dev.tend.events.PersonKey;
import dev.tend.scoring.topology.AboutInviter.Connected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a member's partition is told of their connections.
 *
 * @param connection null when they are connected no longer
 */
record Acquainted(String member, PersonKey person, @Nullable Connection connection) {

  static List<Acquainted> of(Arrived<AboutInviter> arrived) {
    return arrived.news() instanceof Connected(var key, var connection)
        ? List.of(new Acquainted(key.member(), key.person(), connection))
        : List.of();
  }

  /** This, where it arrives; the same connection is a letter of its own topic when it is broken. */
  Arrived<ForMember> arrived() {
    return new Arrived<>(new ForMember.GotAcquainted(this), null);
  }

  @Override
  public String toString() {
    return "Acquainted[redacted]";
  }
}
