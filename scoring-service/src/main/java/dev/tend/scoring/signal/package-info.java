/**
 * The reasons for and against an invitation: one small file per signal, each a pure function from
 * what is known to a reason that the member may read.
 *
 * <p>No clock, I/O, Kafka, Quarkus or Jakarta enters this room; what is known comes in as {@link
 * dev.tend.scoring.signal.Facts}, and everything here is immutable and thread-safe.
 */
@NullMarked
package dev.tend.scoring.signal;

import org.jspecify.annotations.NullMarked;
