/** Checks the sample firm against its own promises, and the parts of the story that are pure. */
@NullMarked
package dev.tend.local.demo;

import org.jspecify.annotations.NullMarked;
