/** Verdicts, and what would change them. */
@NullMarked
package dev.tend.scoring.learning;

import org.jspecify.annotations.NullMarked;
