/**
 * How every service answers at its HTTP door: errors as problem details, bodies within bounds, and
 * nothing without a credential. No rule of the product enters, and nothing that only one service
 * needs.
 */
@NullMarked
package dev.tend.doors;

import org.jspecify.annotations.NullMarked;
