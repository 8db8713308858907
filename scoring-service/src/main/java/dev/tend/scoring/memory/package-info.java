/**
 * Where members and operators see what was learned from a member's choices. Reads the stores of
 * this instance, and changes nothing.
 */
@NullMarked
package dev.tend.scoring.memory;

import org.jspecify.annotations.NullMarked;
