/**
 * Reads what does not come by itself: mailboxes, members' portability APIs. How far a source has
 * been read is written to {@code tend.sources} in the same transaction as the events that came of
 * it, so a crash neither loses nor repeats. Of several instances one at a time reads a source.
 *
 * <p>What a source is, and what its position means, stays outside: the connectors depend on this
 * package, never the other way round.
 */
@NullMarked
package dev.tend.ingest.poll;

import org.jspecify.annotations.NullMarked;
