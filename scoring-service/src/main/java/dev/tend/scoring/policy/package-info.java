/**
 * From reasons to a decision: which points hold, which verdict follows, how it is summed up, and
 * what would change it.
 *
 * <p>No Kafka, Quarkus or Jakarta enters this room; time comes in as an argument.
 */
@NullMarked
package dev.tend.scoring.policy;

import org.jspecify.annotations.NullMarked;
