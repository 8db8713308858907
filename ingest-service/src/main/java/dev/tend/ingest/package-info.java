/**
 * The way in: HTTP, LinkedIn's export archive and mail become events on the topics.
 *
 * <p>Only what every door needs lies here: configuration, and what is checked before the first
 * request. No door, and nothing that knows a topic, may enter.
 */
@NullMarked
package dev.tend.ingest;

import org.jspecify.annotations.NullMarked;
