/** Tests of the room of the same name. */
@NullMarked
package dev.tend.notify.http;

import org.jspecify.annotations.NullMarked;
