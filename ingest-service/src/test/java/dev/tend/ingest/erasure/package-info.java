/** Tests of the room of the same name, through real HTTP and a real broker. */
@NullMarked
package dev.tend.ingest.erasure;

import org.jspecify.annotations.NullMarked;
