@NullMarked
package dev.tend.testing;

import org.jspecify.annotations.NullMarked;
