/** Tests of the room of the same name. */
@NullMarked
package dev.tend.notify.digest;

import org.jspecify.annotations.NullMarked;
