package dev.tend.scoring.topology;

import dev.tend.scoring.signal.Echo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An invitation that is remembered for the sake of those that are like it.
 *
 * @param at when it was received
 * @param heard what its inviter's partition was told last; none while nothing was like it
 */
record Sighting(Seen seen, Instant at, List<Echo> heard) {
  Sighting(Seen seen, Instant at, @Nullable List<Echo> heard) {
    this.seen = seen;
    this.at = at;
    this.heard = heard == null ? List.of() : List.copyOf(heard);
  }

  String id() {
    return seen.invitation();
  }

  /** What its inviter's partition was told last of one kind. */
  Optional<Echo> heard(Echo.Kind what) {
    return heard.stream().filter(echo -> echo.what() == what).findFirst();
  }

  Sighting hearing(List<Echo> echoes) {
    return new Sighting(seen, at, echoes);
  }

  @Override
  public String toString() {
    return "Sighting[" + id() + "]";
  }
}
