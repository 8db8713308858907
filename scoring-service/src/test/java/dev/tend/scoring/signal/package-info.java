/** Each reason, told as a rule of the product; no framework, no broker. */
@NullMarked
package dev.tend.scoring.signal;

import org.jspecify.annotations.NullMarked;
