/**
 * The door for mail: LinkedIn's invitation notices, believed only when the firm's own mail server
 * says that LinkedIn signed them, and answers to the question that Tend asks.
 *
 * <p>Fetching mail from a mailbox is another matter and has no place here yet.
 */
@NullMarked
package dev.tend.ingest.mailbox;

import org.jspecify.annotations.NullMarked;
