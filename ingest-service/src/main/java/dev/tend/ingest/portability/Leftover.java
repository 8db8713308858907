package dev.tend.ingest.portability;

import dev.tend.ingest.members.Members;
import dev.tend.ingest.poll.PolledSource;
import dev.tend.ingest.poll.SourceAwayException;
import dev.tend.ingest.poll.Turn;
import dev.tend.ingest.publish.BrokerAwayException;
import java.time.Duration;

/**
 * What is remembered of a member where the API is not set up, or no more: it stays as it is, until
 * the member is erased.
 */
record Leftover(String member, Members members) implements PolledSource {
  private static final Duration REST = Duration.ofSeconds(10);

  @Override
  public String name() {
    return PortabilitySource.KIND + member;
  }

  @Override
  public Duration poll(Turn turn) {
    try {
      if (members.find(member).isEmpty()) {
        PortabilitySource.forget(turn, PortabilitySource.ALL);
      }
      return REST;
    } catch (BrokerAwayException notYet) {
      throw new SourceAwayException("the members are still being read", REST);
    }
  }
}
