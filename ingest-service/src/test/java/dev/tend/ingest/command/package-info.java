/** Tests of the room of the same name. */
@NullMarked
package dev.tend.ingest.command;

import org.jspecify.annotations.NullMarked;
