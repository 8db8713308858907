/** Tests of the room of the same name. */
@NullMarked
package dev.tend.ingest.lookup;

import org.jspecify.annotations.NullMarked;
