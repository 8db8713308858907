/** Tests of what members see. */
@NullMarked
package dev.tend.notify.page;

import org.jspecify.annotations.NullMarked;
