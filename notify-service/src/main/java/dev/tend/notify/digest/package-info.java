/**
 * The one calm mail that a member gets instead of many: when it is due, what stands in it, how it
 * looks. It judges nothing; verdicts come from scoring-service.
 */
@NullMarked
package dev.tend.notify.digest;

import org.jspecify.annotations.NullMarked;
