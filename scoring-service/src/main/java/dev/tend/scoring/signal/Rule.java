package dev.tend.scoring.signal;

import dev.tend.events.Signal;
import dev.tend.events.SignalName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One reason for or against an invitation, as a function: no clock, no I/O, no memory. What is not
 * known is never held against anybody.
 */
public interface Rule {

  /** The reasons that these facts give; mostly none. */
  List<Signal> apply(Facts facts);

  /**
   * All the reasons that it may give, if the member's lists of companies (clients, prospects,
   * companies of interest) have a say in them; none if they have not. So whoever wants to know what
   * would be without one of the lists asks only the rules again that heed them.
   */
  default Set<SignalName> heedingLists() {
    return Set.of();
  }

  /** Those of some reasons that there are. */
  @SafeVarargs
  static List<Signal> found(Optional<Signal>... some) {
    var found = new ArrayList<Signal>(some.length);
    for (var signal : some) {
      signal.ifPresent(found::add);
    }
    return found;
  }
}
