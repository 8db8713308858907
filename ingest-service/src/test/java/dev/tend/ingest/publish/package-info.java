/** Tests of the way out, with a broker that goes and comes. */
@NullMarked
package dev.tend.ingest.publish;

import org.jspecify.annotations.NullMarked;
