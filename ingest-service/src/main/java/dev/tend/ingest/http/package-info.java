/**
 * What all doors share of HTTP: bodies that are read within a bound, and errors that are told as
 * problem details. No door and no topic may enter.
 */
@NullMarked
package dev.tend.ingest.http;

import org.jspecify.annotations.NullMarked;
