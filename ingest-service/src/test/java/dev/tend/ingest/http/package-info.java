/** Tests of what all doors refuse in the same way. */
@NullMarked
package dev.tend.ingest.http;

import org.jspecify.annotations.NullMarked;
