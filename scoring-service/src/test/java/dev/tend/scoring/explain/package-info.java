/** The door, tried from outside over HTTP, without a broker. */
@NullMarked
package dev.tend.scoring.explain;

import org.jspecify.annotations.NullMarked;
