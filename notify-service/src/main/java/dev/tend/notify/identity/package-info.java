/**
 * Under which id an invitation is kept that several sources tell of, each under an id of its own.
 * Nothing that knows what a decision or a choice means may enter.
 */
@NullMarked
package dev.tend.notify.identity;

import org.jspecify.annotations.NullMarked;
