/** Fuzzing of what {@code events} reads; it lies here since that module knows no test parts. */
@NullMarked
package dev.tend.testing.events;

import org.jspecify.annotations.NullMarked;
