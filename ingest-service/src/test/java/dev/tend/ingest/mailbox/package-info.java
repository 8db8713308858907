/** Tests of the room of the same name. */
@NullMarked
package dev.tend.ingest.mailbox;

import org.jspecify.annotations.NullMarked;
