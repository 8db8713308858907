package dev.tend.scoring.signal;

import dev.tend.events.Signal;
import java.util.stream.Stream;

/**
 * One reason for or against an invitation, as a function: no clock, no I/O, no memory. What is not
 * known is never held against anybody.
 */
@FunctionalInterface
public interface Rule {

  /** The reasons that these facts give; mostly none. */
  Stream<Signal> apply(Facts facts);
}
