/** Tests of what operators see. */
@NullMarked
package dev.tend.notify.ops;

import org.jspecify.annotations.NullMarked;
