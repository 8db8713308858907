/**
 * What all doors of this service share beside {@code dev.tend.doors}: the bound over all bodies in
 * memory, and the count of what is refused. No door and no topic may enter.
 */
@NullMarked
package dev.tend.ingest.http;

import org.jspecify.annotations.NullMarked;
