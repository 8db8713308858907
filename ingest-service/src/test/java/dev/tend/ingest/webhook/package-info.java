/** Tests of the room of the same name. */
@NullMarked
package dev.tend.ingest.webhook;

import org.jspecify.annotations.NullMarked;
