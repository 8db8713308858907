/**
 * Measures how the events are read and written, with the library that we use and with others. It is
 * compiled in the profile {@code benchmark} only; nothing depends on it.
 */
@NullMarked
package dev.tend.events.benchmark;

import org.jspecify.annotations.NullMarked;
