/** Tests of the room of the same name. */
@NullMarked
package dev.tend.notify.question;

import org.jspecify.annotations.NullMarked;
