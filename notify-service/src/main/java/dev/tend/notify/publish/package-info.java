/**
 * The way out to the topics: an event is written down in the transaction that made it happen, and
 * published after its commit, at least once. What an event means is decided elsewhere.
 */
@NullMarked
package dev.tend.notify.publish;

import org.jspecify.annotations.NullMarked;
