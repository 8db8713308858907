/** Tests of the room of the same name. */
@NullMarked
package dev.tend.ingest.people;

import org.jspecify.annotations.NullMarked;
