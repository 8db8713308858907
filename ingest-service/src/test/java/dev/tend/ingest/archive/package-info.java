/** Tests of the room of the same name. */
@NullMarked
package dev.tend.ingest.archive;

import org.jspecify.annotations.NullMarked;
