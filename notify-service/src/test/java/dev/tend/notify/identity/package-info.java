@NullMarked
package dev.tend.notify.identity;

import org.jspecify.annotations.NullMarked;
