/**
 * What travels on Tend's topics and through its doors: records that validate themselves, their
 * JSON, and the rule that turns two sums of points into a verdict.
 *
 * <p>No framework, clock or I/O enters this package; what touches Kafka lives in {@code kafka}
 * below it. Text that is not known is the empty string, lists are never null, and everything is
 * immutable and so thread-safe.
 */
@NullMarked
package dev.tend.events;

import org.jspecify.annotations.NullMarked;
