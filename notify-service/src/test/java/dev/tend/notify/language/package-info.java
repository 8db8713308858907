/** Tests of the room of the same name. */
@NullMarked
package dev.tend.notify.language;

import org.jspecify.annotations.NullMarked;
