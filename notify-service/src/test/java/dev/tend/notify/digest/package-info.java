/** Tests of when a digest is due, what it tells, and that it tells it once. */
@NullMarked
package dev.tend.notify.digest;

import org.jspecify.annotations.NullMarked;
