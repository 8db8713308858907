/**
 * Looks scant inviters up at a data provider, beside the stream: what it learns goes to {@code
 * tend.people}, and scoring-service decides their pending invitations again. Off until a provider
 * is configured.
 *
 * <p>It never holds an invitation up, and asks about nobody twice within the configured time.
 */
@NullMarked
package dev.tend.ingest.lookup;

import org.jspecify.annotations.NullMarked;
