/**
 * Learning from choices: how much more or less a reason counts for a member, and slowly for the
 * firm, since members did in the end what the advice did not say.
 *
 * <p>Everything is worked out anew from a bounded list of choices, so taking a choice back takes
 * back all that it taught. No Kafka, Quarkus or Jakarta enters this room; time comes in as an
 * argument.
 */
@NullMarked
package dev.tend.scoring.learning;

import org.jspecify.annotations.NullMarked;
