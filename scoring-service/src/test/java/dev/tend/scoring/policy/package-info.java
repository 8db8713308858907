/** Verdicts, and what would change them. */
@NullMarked
package dev.tend.scoring.policy;

import org.jspecify.annotations.NullMarked;
