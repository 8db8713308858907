/** Tests of the room of the same name. */
@NullMarked
package dev.tend.notify.choice;

import org.jspecify.annotations.NullMarked;
