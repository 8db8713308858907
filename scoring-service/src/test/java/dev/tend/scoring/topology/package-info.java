/** Tests of the stream. */
@NullMarked
package dev.tend.scoring.topology;

import org.jspecify.annotations.NullMarked;
