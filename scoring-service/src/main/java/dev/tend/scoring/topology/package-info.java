/**
 * The stream: an invitation is decoded, enriched on its inviter's partition, carried to its member
 * and decided there, and everything that the two steps must remember. How a verdict comes about may
 * not enter: that is asked of {@code policy}, with facts that this room gathers.
 */
@NullMarked
package dev.tend.scoring.topology;

import org.jspecify.annotations.NullMarked;
