/** Which names mean the same, and which only look it. */
@NullMarked
package dev.tend.scoring.name;

import org.jspecify.annotations.NullMarked;
