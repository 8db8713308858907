/**
 * What this service hears on the topics, and how it remembers it: each event once, in any order,
 * together with what follows from it. Nothing is sent or shown from here.
 */
@NullMarked
package dev.tend.notify.inbox;

import org.jspecify.annotations.NullMarked;
