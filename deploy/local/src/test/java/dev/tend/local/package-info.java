@NullMarked
package dev.tend.local;

import org.jspecify.annotations.NullMarked;
