/** Tests of the room of the same name. */
@NullMarked
package dev.tend.notify.mail;

import org.jspecify.annotations.NullMarked;
