/** Tests of the room of the same name. */
@NullMarked
package dev.tend.ingest.mapping;

import org.jspecify.annotations.NullMarked;
