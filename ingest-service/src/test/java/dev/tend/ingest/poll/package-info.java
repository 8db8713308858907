/** Tests of the room of the same name. */
@NullMarked
package dev.tend.ingest.poll;

import org.jspecify.annotations.NullMarked;
