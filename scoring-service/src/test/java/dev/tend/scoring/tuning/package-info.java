@NullMarked
package dev.tend.scoring.tuning;

import org.jspecify.annotations.NullMarked;
