/**
 * Invitations that a provider delivers by itself: the signature is checked, the provider's JSON is
 * read by its mapping, and what cannot be read becomes a dead letter.
 *
 * <p>How a single provider writes its JSON stands in its mapping, never here.
 */
@NullMarked
package dev.tend.ingest.webhook;

import org.jspecify.annotations.NullMarked;
