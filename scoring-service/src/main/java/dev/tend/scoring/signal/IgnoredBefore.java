package dev.tend.scoring.signal;

import java.time.Instant;

/**
 * The member ignored an earlier invitation of the same inviter.
 *
 * @param at when that was, the latest time if there were several
 * @param byMember true when the member chose so, false when it was only Tend's verdict
 */
public record IgnoredBefore(Instant at, boolean byMember) {}
