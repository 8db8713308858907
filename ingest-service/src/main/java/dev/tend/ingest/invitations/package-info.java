/**
 * The HTTP door for invitations: one, many, or as CloudEvents, checked item by item and published
 * as one batch.
 *
 * <p>Other sources of invitations have rooms of their own.
 */
@NullMarked
package dev.tend.ingest.invitations;

import org.jspecify.annotations.NullMarked;
