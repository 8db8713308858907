/**
 * The sample people that all tests share: builders with telling defaults. Everybody is invented.
 */
@NullMarked
package dev.tend.events.cast;

import org.jspecify.annotations.NullMarked;
