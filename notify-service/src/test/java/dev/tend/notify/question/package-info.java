/** Tests of who is asked. */
@NullMarked
package dev.tend.notify.question;

import org.jspecify.annotations.NullMarked;
