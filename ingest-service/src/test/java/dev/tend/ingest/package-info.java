/** What all tests of ingest-service share. No test of a single door may enter. */
@NullMarked
package dev.tend.ingest;

import org.jspecify.annotations.NullMarked;
