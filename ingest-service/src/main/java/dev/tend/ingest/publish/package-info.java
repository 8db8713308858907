/**
 * The way out: events go to the broker and are told to be there only when it has acknowledged them.
 *
 * <p>It knows topics and bytes. What an event means, and HTTP, stay outside.
 */
@NullMarked
package dev.tend.ingest.publish;

import org.jspecify.annotations.NullMarked;
